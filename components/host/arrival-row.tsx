import { getLocale, getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/ui/action-form";
import { SubmitButton } from "@/components/ui/submit-button";
import type { HostEntry } from "@/lib/bookings/host-days/queries";
import type { FormAction } from "@/lib/core/form-state";
import { formatTime } from "@/lib/core/format";
import { localeOf } from "@/lib/core/locale";

export type ArrivalActions = { checkIn: FormAction; undo: FormAction; release: FormAction };

type ArrivalRowProps = {
  entry: HostEntry;
  timeZone: string;
  isToday: boolean;
  actions: ArrivalActions;
};

/** One person of the day: when, who, where, in which state, and the one gesture that changes it. */
export async function ArrivalRow({ entry, timeZone, isToday, actions }: ArrivalRowProps) {
  const [t, language] = await Promise.all([getTranslations("host"), getLocale()]);
  const locale = localeOf(language);
  const { id, attendance } = entry;
  const name = entry.name || t("nameless");
  const isPresent = attendance === "present";
  const details = [
    entry.resource.name,
    ...(entry.part === "day" ? [t("wholeDay")] : []),
    ...(entry.isWalkIn ? [t("walkInTag")] : []),
  ];
  return (
    <li id={`venue-${id}`} className={`arrival arrival-${attendance}`}>
      <span className="arrival-time">{formatTime(entry.startsAt, timeZone, locale)}</span>
      <span className="arrival-who">
        <b>{name}</b>
        <small>{details.join(", ")}</small>
      </span>
      <span className={`state state-${attendance}`}>{t(`states.${attendance}`)}</span>
      {isToday ? (
        <Gesture entry={entry} action={isPresent ? actions.undo : actions.checkIn} />
      ) : null}
      {isPresent || attendance === "missed" ? null : (
        <Release entry={entry} action={actions.release} />
      )}
    </li>
  );
}

/** Notes the arrival, or takes it back: one button that keeps its place and the focus. */
async function Gesture({ entry, action }: { entry: HostEntry; action: FormAction }) {
  const t = await getTranslations("host");
  const { id } = entry;
  const name = entry.name || t("nameless");
  const isPresent = entry.attendance === "present";
  return (
    <ActionForm
      action={action}
      hidden={{ bookingId: id }}
      className="arrival-action no-print"
      isQuiet
    >
      <SubmitButton
        className={isPresent ? "btn btn-quiet" : "btn btn-secondary"}
        pending={t("checkingIn")}
        label={isPresent ? t("undoLabel", { name }) : t("checkInLabel", { name })}
      >
        {isPresent ? t("undo") : t("checkIn")}
      </SubmitButton>
    </ActionForm>
  );
}

/** Frees the place of somebody who will not come; said again before it is done, for they are told. */
async function Release({ entry, action }: { entry: HostEntry; action: FormAction }) {
  const t = await getTranslations("host");
  const { id } = entry;
  const name = entry.name || t("nameless");
  return (
    <details className="arrival-release no-print">
      <summary aria-label={t("releaseLabel", { name })}>{t("release")}</summary>
      <p className="small">{t("releaseLead", { name })}</p>
      <ActionForm action={action} hidden={{ bookingId: id }} isQuiet>
        <SubmitButton className="btn btn-danger mt-2" pending={t("releasing")}>
          {t("releaseConfirm")}
        </SubmitButton>
      </ActionForm>
    </details>
  );
}
