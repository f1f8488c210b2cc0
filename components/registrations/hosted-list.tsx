import { getLocale, getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/ui/action-form";
import { Section } from "@/components/ui/section";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import { dayOf } from "@/lib/core/day";
import type { FormAction } from "@/lib/core/form-state";
import { formatDay, formatTime } from "@/lib/core/format";
import { localeOf } from "@/lib/core/locale";
import type { HostedRegistration, HostedRegistrations } from "@/lib/events/registrations/queries";
import { answerWords } from "./answer-words";

type HostedListProps = {
  registrations: HostedRegistrations;
  /** Last parts of the addresses of the space and the event. */
  where: { space: string; event: string };
  /** Nobody is taken off an event that began. */
  mayRemove: boolean;
  remove: FormAction;
};

const states = ["confirmed", "offered", "waiting", "lapsed", "cancelled"] as const;

/** Everybody who registered, by how they stand; whom a host takes off is told why. */
export async function HostedList({ registrations, where, mayRemove, remove }: HostedListProps) {
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
              {mayRemove && state !== "lapsed" && state !== "cancelled" ? (
                <RemoveForm row={row} where={where} action={remove} />
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
            <span className="muted">{question.label}</span> {answer}
          </p>
        ) : null;
      })}
      {row.endReason ? <p className="small muted">{row.endReason}</p> : null}
    </div>
  );
}

async function RemoveForm({
  row,
  where,
  action,
}: {
  row: HostedRegistration;
  where: HostedListProps["where"];
  action: FormAction;
}) {
  const t = await getTranslations("eventsRegister.host");
  const id = `reason-${row.id}`;
  return (
    <details className="no-print">
      <summary className="btn btn-quiet" aria-label={t("removeOf", { name: row.name })}>
        {t("remove")}
      </summary>
      <ActionForm
        action={action}
        hidden={{ ...where, registrationId: row.id }}
        className="mt-2 grid gap-3"
      >
        <TextField name="reason" id={id} label={t("reason")} maxLength={300} required />
        <div>
          <SubmitButton className="btn btn-danger" pending={t("removing")}>
            {t("removeSend")}
          </SubmitButton>
        </div>
      </ActionForm>
    </details>
  );
}
