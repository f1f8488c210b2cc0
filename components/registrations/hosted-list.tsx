import { getLocale, getTranslations } from "next-intl/server";
import { Section } from "@/components/ui/section";
import { dayOf } from "@/lib/core/day";
import { formatDay, formatTime } from "@/lib/core/format";
import { localeOf } from "@/lib/core/locale";
import type { HostedRegistration, HostedRegistrations } from "@/lib/events/registrations/queries";
import { answerWords } from "./answer-words";
import { type HostedVerbActions, HostedVerbs } from "./hosted-verbs";

type HostedListProps = {
  registrations: HostedRegistrations;
  /** Last parts of the addresses of the space and the event. */
  where: { space: string; event: string };
  /** Null: nothing is changed of an event that began. */
  verbs: HostedVerbActions | null;
};

const states = ["confirmed", "offered", "waiting", "lapsed", "cancelled"] as const;

/** Everybody who registered, by how they stand, with what a host may do about each. */
export async function HostedList({ registrations, where, verbs }: HostedListProps) {
  const t = await getTranslations("eventsRegister.host");
  const groups = states.map((state) => ({
    state,
    rows: registrations.rows.filter((row) => row.state === state),
  }));
  return groups.map(({ state, rows }) =>
    rows.length === 0 ? null : (
      <Section key={state} id={`inscrits-${state}`} title={t(`states.${state}`)} className="mt-8">
        <ul className="rows">
          {rows.map((row) => (
            <li key={row.id} className="hosted-registration">
              <Row row={row} registrations={registrations} />
              {verbs ? (
                <HostedVerbs
                  row={row}
                  where={where}
                  mostPeople={registrations.event.mostPeople}
                  actions={verbs}
                />
              ) : null}
            </li>
          ))}
        </ul>
      </Section>
    ),
  );
}

async function Row({
  row,
  registrations: { event, questions },
}: {
  row: HostedRegistration;
  registrations: HostedRegistrations;
}) {
  const [t, form, language] = await Promise.all([
    getTranslations("eventsRegister.host"),
    getTranslations("eventsRegister.form"),
    getLocale(),
  ]);
  const locale = localeOf(language);
  const { timeZone } = event.space;
  const { offerUntil } = row;
  const said = [
    t("people", { count: row.quantity }),
    row.email ?? t("noMail"),
    ...(row.byHost ? [t("byHost")] : []),
    ...(row.state === "offered" && offerUntil
      ? [
          t("until", {
            day: formatDay(dayOf(offerUntil, timeZone), locale),
            time: formatTime(offerUntil, timeZone, locale),
          }),
        ]
      : []),
  ];
  return (
    <div className="min-w-0">
      <b>{row.name}</b>
      <p className="muted">{said.join(", ")}</p>
      {row.names.length > 0 ? <p>{t("with", { names: row.names.join(", ") })}</p> : null}
      {questions.map((question) => {
        const answer = answerWords(question, row.answers, { yes: form("yes"), no: form("no") });
        return answer ? (
          <p key={question.id} className="small">
            <span className="muted">
              {question.isFormer ? t("formerQuestion", { label: question.label }) : question.label}
            </span>{" "}
            {answer}
          </p>
        ) : null;
      })}
      {row.endReason ? <p className="small muted">{row.endReason}</p> : null}
    </div>
  );
}
