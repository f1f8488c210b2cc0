import { getLocale, getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/ui/action-form";
import { CheckList } from "@/components/ui/check-list";
import { Section } from "@/components/ui/section";
import { SubmitButton } from "@/components/ui/submit-button";
import type { FormAction } from "@/lib/core/form-state";
import { capitalised, formatDay, formatTimes } from "@/lib/core/format";
import { localeOf } from "@/lib/core/locale";
import type { OwnNaming } from "@/lib/events/speakers/queries";

type OwnNamingsProps = {
  /** Asked and not answered, or said yes to. */
  part: "asked" | "leads";
  namings: readonly OwnNaming[];
  at: Date;
  action: FormAction;
};

/** Events one is named to lead, with the answer to give or to take back; nothing when there is none. */
export async function OwnNamings({ part, namings, at, action }: OwnNamingsProps) {
  if (namings.length === 0) return null;
  const t = await getTranslations("eventsOwn");
  return (
    <Section id={part} title={t(`${part}.title`)} className="mt-10">
      <p className="muted -mt-3 mb-4">{t(`${part}.lead`)}</p>
      <ul className="rows">
        {namings.map((naming) => (
          <li key={naming.speakerId} className="registration-own">
            <NamingFacts naming={naming} isOpen={naming.state === "published"} />
            <NamingForm naming={naming} part={part} isToCome={naming.endsAt > at} action={action} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

async function NamingFacts({ naming, isOpen }: { naming: OwnNaming; isOpen: boolean }) {
  const locale = localeOf(await getLocale());
  const { title, summary, day, timeZone, spaceName, slug } = naming;
  return (
    <div className="min-w-0 [overflow-wrap:anywhere]">
      {isOpen ? (
        <a href={`/evenements/${slug}`}>
          <b>{title}</b>
        </a>
      ) : (
        <b>{title}</b>
      )}
      <p className="muted">
        {capitalised(formatDay(day, locale), locale)}, {formatTimes(naming, timeZone, locale)},{" "}
        {spaceName}
      </p>
      <p className="small">{summary}</p>
    </div>
  );
}

type FormProps = {
  naming: OwnNaming;
  part: "asked" | "leads";
  isToCome: boolean;
  action: FormAction;
};

async function NamingForm({ naming, part, isToCome, action }: FormProps) {
  const t = await getTranslations("eventsOwn");
  const { speakerId, title, isSeries } = naming;
  const also =
    isSeries && isToCome ? (
      <CheckList
        name="series"
        id={`serie-${speakerId}`}
        legend={t("series")}
        options={[{ value: "1", label: t("seriesToo") }]}
        defaultValues={[]}
      />
    ) : null;
  if (part === "asked") {
    return (
      <ActionForm action={action} hidden={{ speakerId }} className="grid gap-3">
        {also}
        <p className="flex flex-wrap gap-3">
          <SubmitButton
            className="btn btn-primary"
            name="answer"
            value="accept"
            pending={t("pending")}
            label={t("acceptLabel", { title })}
          >
            {t("accept")}
          </SubmitButton>
          <SubmitButton
            className="btn btn-secondary"
            name="answer"
            value="decline"
            pending={t("pending")}
            label={t("declineLabel", { title })}
          >
            {t("decline")}
          </SubmitButton>
        </p>
      </ActionForm>
    );
  }
  return (
    <ActionForm action={action} hidden={{ speakerId, answer: "decline" }} className="grid gap-3">
      {also}
      <p>
        <SubmitButton
          className="btn btn-quiet"
          pending={t("pending")}
          label={t("withdrawLabel", { title })}
        >
          {t("withdraw")}
        </SubmitButton>
      </p>
    </ActionForm>
  );
}
