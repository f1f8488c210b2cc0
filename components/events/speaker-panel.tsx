import { getTranslations } from "next-intl/server";
import { MemberSearch, WhoField } from "@/components/host/member-choice";
import { ActionForm } from "@/components/ui/action-form";
import { Pill } from "@/components/ui/pill";
import { Section } from "@/components/ui/section";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import type { FormAction } from "@/lib/core/form-state";
import { longest } from "@/lib/events/schema";
import type { NamedSpeaker } from "@/lib/events/speakers/queries";

type SpeakerPanelProps = {
  eventId: string;
  speakers: readonly NamedSpeaker[];
  /** Members looked for; null for whoever may look for none. */
  found: {
    search: string;
    people: { id: string; name: string }[];
    proof: string | null;
    isLimited: boolean;
  } | null;
  add: FormAction;
  remove: FormAction;
};

const tones = { asked: "few", accepted: "ok", declined: "closed" } as const;

/** Who leads an event with its hosts, members or by a name, and one more. */
export async function SpeakerPanel({ eventId, speakers, found, add, remove }: SpeakerPanelProps) {
  const t = await getTranslations("eventsEdit.speakers");
  return (
    <Section id="intervenants" title={t("title")} className="mt-10">
      <p className="mb-4">{t("lead")}</p>
      {speakers.length === 0 ? <p className="muted mb-4">{t("none")}</p> : null}
      <ul className="rows">
        {speakers.map(({ id, name, words, answer }) => (
          <li key={id}>
            <span className="min-w-0 [overflow-wrap:anywhere]">
              <b>{name}</b>
              {answer === "named" ? null : (
                <>
                  {" "}
                  <Pill tone={tones[answer]}>{t(`answers.${answer}`)}</Pill>
                </>
              )}
              {words ? <small className="block">{words}</small> : null}
            </span>
            {answer === "declined" ? null : (
              <ActionForm action={remove} hidden={{ eventId, speakerId: id }}>
                <SubmitButton
                  className="btn btn-quiet"
                  pending={t("pending")}
                  label={t("removeLabel", { name })}
                >
                  {t("remove")}
                </SubmitButton>
              </ActionForm>
            )}
          </li>
        ))}
      </ul>
      <h3 className="mt-6 mb-3">{t("add")}</h3>
      {found ? <MemberSearch {...found} /> : null}
      <ActionForm action={add} hidden={{ eventId }} className="mt-4 grid max-w-[30rem] gap-5">
        <WhoField
          people={found?.people ?? []}
          proof={found?.proof ?? null}
          legendClassName="mb-2 font-bold"
          guest={{ label: t("name"), hint: t("nameHint") }}
        />
        <TextField name="words" label={t("words")} maxLength={longest.words} />
        <p>
          <SubmitButton className="btn btn-secondary" pending={t("pending")}>
            {t("addButton")}
          </SubmitButton>
        </p>
      </ActionForm>
    </Section>
  );
}
