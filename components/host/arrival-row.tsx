import { ActionForm } from "@/components/ui/action-form";
import { SubmitButton } from "@/components/ui/submit-button";
import type { HostEntry } from "@/lib/bookings/host-days/queries";
import { named } from "@/lib/core/elision";
import type { FormAction } from "@/lib/core/form-state";
import { formatTime } from "@/lib/core/format";
import { nameOf, stateWords, type Wording } from "./entry-words";

export type ArrivalActions = {
  checkIn: FormAction;
  undo: FormAction;
  leave: FormAction;
  absent: FormAction;
  release: FormAction;
};

type ArrivalRowProps = {
  entry: HostEntry;
  slug: string;
  wording: Wording;
  /** Today's rows have gestures, those of a day to come may be freed, past ones are told. */
  when: "past" | "today" | "coming";
  at: Date;
  actions: ArrivalActions;
  stepsLeft: Map<string, number>;
};

/** One person of the day: when, who, where, in which state, and the one gesture that changes it. */
export function ArrivalRow({
  entry,
  slug,
  wording,
  when,
  at,
  actions,
  stepsLeft,
}: ArrivalRowProps) {
  const { id, attendance } = entry;
  const { locale, timeZone } = wording;
  const isAwaited = !entry.isEvent && ["offered", "expected", "late"].includes(attendance);
  return (
    <li id={`venue-${id}`} className={`arrival arrival-${attendance}`}>
      <span className="arrival-time num">{formatTime(entry.startsAt, timeZone, locale)}</span>
      <span className="arrival-who">
        <a href={`/hote/${slug}/reservations/${id}`}>{nameOf(entry, wording)}</a>
        <small>{details(entry, wording).join(", ")}</small>
        <span className={`state state-${attendance}`}>{stateWords(entry, wording)}</span>
        {when === "past" ? null : (
          <WelcomeLeft slug={slug} entry={entry} stepsLeft={stepsLeft} wording={wording} />
        )}
      </span>
      {when === "today" && !entry.isEvent ? (
        <Gesture entry={entry} actions={actions} wording={wording} at={at} />
      ) : null}
      {isAwaited && when !== "past" ? (
        <NotComing
          entry={entry}
          actions={actions}
          wording={wording}
          mayMiss={entry.startsAt <= at}
        />
      ) : null}
      {attendance === "present" && when === "today" ? (
        <Leave entry={entry} action={actions.leave} wording={wording} />
      ) : null}
    </li>
  );
}

type WelcomeLeftProps = Pick<ArrivalRowProps, "entry" | "slug" | "stepsLeft" | "wording">;

/** Somebody who belongs here and is not through their welcome: how far, and where it is ticked. */
function WelcomeLeft({ entry, slug, stepsLeft, wording }: WelcomeLeftProps) {
  const { t } = wording;
  const count = entry.personId ? stepsLeft.get(entry.personId) : undefined;
  if (!count) return null;
  return (
    <a
      className="arrival-welcome"
      href={`/hote/${slug}/membres/${entry.personId}#accueil`}
      aria-label={t("welcomeLeftOf", { count, name: nameOf(entry, wording) })}
    >
      {t("welcomeLeft", { count })}
    </a>
  );
}

function details(entry: HostEntry, { t, locale, timeZone }: Wording): string[] {
  const time = (instant: Date) => formatTime(instant, timeZone, locale);
  const { checkedInAt, checkedOutAt, companions, note } = entry;
  return [
    entry.resource.name,
    ...(companions > 0 ? [t("companions", { count: companions })] : []),
    ...(checkedInAt ? [t("arrivedAt", { time: time(checkedInAt) })] : []),
    checkedOutAt
      ? t("leftAt", { time: time(checkedOutAt) })
      : t("until", { time: time(entry.endsAt) }),
    ...(note ? [t("note", { note })] : []),
  ];
}

type GestureProps = { entry: HostEntry; actions: ArrivalActions; wording: Wording; at: Date };

/** Notes the arrival, or takes it back: one button that keeps its place and the focus. */
function Gesture({ entry, actions, wording, at }: GestureProps) {
  const { host } = wording;
  const { id, attendance } = entry;
  if (attendance === "offered" || attendance === "left") return null;
  if (attendance === "missed" && entry.endsAt <= at) return null;
  const name = nameOf(entry, wording);
  const isPresent = attendance === "present";
  return (
    <ActionForm
      action={isPresent ? actions.undo : actions.checkIn}
      hidden={{ bookingId: id }}
      className="arrival-action no-print"
      isQuiet
    >
      <SubmitButton
        className={isPresent ? "btn btn-quiet" : "btn btn-secondary"}
        pending={host("checkingIn")}
        label={isPresent ? host("undoLabel", named(name)) : host("checkInLabel", named(name))}
      >
        {isPresent ? host("undo") : host("checkIn")}
      </SubmitButton>
    </ActionForm>
  );
}

type RowGesture = { entry: HostEntry; action: FormAction; wording: Wording };

/** Notes that somebody is gone: the rest of their time is free. */
function Leave({ entry, action, wording }: RowGesture) {
  const { t, host } = wording;
  return (
    <ActionForm
      action={action}
      hidden={{ bookingId: entry.id }}
      className="arrival-more no-print"
      isQuiet
    >
      <SubmitButton
        className="btn btn-quiet"
        pending={host("checkingIn")}
        label={t("departureLabel", named(nameOf(entry, wording)))}
      >
        {t("departure")}
      </SubmitButton>
    </ActionForm>
  );
}

type NotComingProps = {
  entry: HostEntry;
  actions: ArrivalActions;
  wording: Wording;
  mayMiss: boolean;
};

/** An absence once the moment has begun, or the booking cancelled, said again before it is done. */
function NotComing({ entry, actions, wording, mayMiss }: NotComingProps) {
  const { t, host } = wording;
  const name = nameOf(entry, wording);
  const hidden = { bookingId: entry.id };
  return (
    <details className="arrival-more no-print">
      <summary aria-label={t("notComingLabel", { name })}>{t("notComing")}</summary>
      {mayMiss ? (
        <ActionForm action={actions.absent} hidden={hidden} isQuiet>
          <p className="small">{t("absenceLead")}</p>
          <SubmitButton
            className="btn btn-secondary my-2"
            pending={host("releasing")}
            label={t("noteAbsenceLabel", named(name))}
          >
            {t("noteAbsence")}
          </SubmitButton>
        </ActionForm>
      ) : null}
      <ActionForm action={actions.release} hidden={hidden} isQuiet>
        <p className="small">{host("releaseLead", { name })}</p>
        <SubmitButton
          className="btn btn-danger my-2"
          pending={host("releasing")}
          label={host("releaseLabel", named(name))}
        >
          {host("release")}
        </SubmitButton>
      </ActionForm>
    </details>
  );
}
