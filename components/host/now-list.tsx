import type { HostDay } from "@/lib/bookings/host-days/queries";
import { holdsPlace, type Piece, piecesOf } from "@/lib/bookings/host-days/rules";
import { inServiceOn } from "@/lib/bookings/rules";
import { formatTime } from "@/lib/core/format";
import { openRuns } from "@/lib/spaces/opening-hours/rules";
import { nameOf, stateWords, type Wording } from "./entry-words";

type Now = Piece<HostDay["entries"][number]> | null;

/** Where a telephone has no board: each resource as it is at the moment. */
export function NowList({
  hostDay,
  wording,
  at,
}: {
  hostDay: HostDay;
  wording: Wording;
  at: Date;
}) {
  const { space, day } = hostDay;
  const runs = openRuns(space.calendar, day.day);
  const facts = { ...hostDay, closures: space.calendar.closures, runs };
  return (
    <section aria-labelledby="en-ce-moment">
      <h2 id="en-ce-moment">{wording.t("nowTitle")}</h2>
      <ul className="now-list">
        {inServiceOn(space.resources, day.day).map((resource) => {
          const pieces = piecesOf(resource, facts, at).filter(
            (piece) => piece.kind !== "entry" || holdsPlace(piece.entry),
          );
          const now = pieces.find(({ startsAt, endsAt }) => startsAt <= at && at < endsAt) ?? null;
          return (
            <li key={resource.id}>
              <span>{resource.name}</span>
              {words(now, wording)}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function words(now: Now, wording: Wording) {
  const { t, locale, timeZone } = wording;
  if (!now) return <State name="" lead="" state={t("states.closed")} kind="closed" />;
  const time = formatTime(now.endsAt, timeZone, locale);
  const until = t("until", { time });
  switch (now.kind) {
    case "entry": {
      const { entry } = now;
      const kind = entry.attendance;
      const state = stateWords(entry, wording);
      return <State name={nameOf(entry, wording)} lead={until} state={state} kind={kind} />;
    }
    case "outside":
      return <State name="" lead={until} state={t("states.outside")} kind="closed" />;
    case "closed":
      return <State name="" lead={now.reason} state={t("states.closed")} kind="closed" />;
    case "free":
      return <State name="" lead={until} state={t("states.free")} kind="free" />;
  }
}

type StateProps = { name: string; lead: string; state: string; kind: string };

function State({ name, lead, state, kind }: StateProps) {
  return (
    <>
      <span>
        {name ? <b>{name}</b> : null}
        <small>{lead}</small>
      </span>
      <span className={`state state-${kind}`}>{state}</span>
    </>
  );
}
