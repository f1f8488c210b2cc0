import { EmptyState } from "@/components/ui/empty-state";
import type { HostEntry } from "@/lib/bookings/host-days/queries";
import { type ArrivalActions, ArrivalRow } from "./arrival-row";
import type { Wording } from "./entry-words";

type ArrivalsListProps = {
  slug: string;
  entries: HostEntry[];
  wording: Wording;
  when: "past" | "today" | "coming";
  at: Date;
  actions: ArrivalActions;
  /** Steps of the welcome left, by person. */
  stepsLeft: Map<string, number>;
};

/**
 * Everybody of the day in one order that only time changes: a row stays where it is when an arrival or a
 * departure is noted. Today, those whose time has begun come first, « Ensuite » is who is still to come, those whose time is over are folded away.
 */
export function ArrivalsList({ entries, when, wording, at, ...row }: ArrivalsListProps) {
  const { t, host } = wording;
  const over = when === "today" ? entries.filter(({ endsAt }) => endsAt <= at) : [];
  const begun = when === "today" ? entries.filter((entry) => isBegun(entry, at)) : [];
  const shown = entries.filter((entry) => !over.includes(entry) && !begun.includes(entry));
  const rows = (list: HostEntry[]) => (
    <ul className="arrivals">
      {list.map((entry) => (
        <ArrivalRow key={entry.id} entry={entry} when={when} wording={wording} at={at} {...row} />
      ))}
    </ul>
  );
  const titles = { past: t("came"), today: t("next"), coming: t("coming") };
  const isOver = when === "today" && entries.length > 0 && shown.length === 0;
  return (
    <>
      {begun.length > 0 ? (
        <section aria-labelledby="en-cours">
          <h2 id="en-cours">{t("begun")}</h2>
          {rows(begun)}
        </section>
      ) : null}
      <section aria-labelledby="venues">
        <h2 id="venues">{titles[when]}</h2>
        {entries.length === 0 ? (
          <EmptyState title={when === "past" ? t("nobodyCame") : host("nobody")}>
            {when === "past" ? null : <p>{host("nobodyLead")}</p>}
          </EmptyState>
        ) : (
          shown.length > 0 && rows(shown)
        )}
        {isOver ? <p className="muted">{t("nobodyNext")}</p> : null}
        {over.length > 0 ? (
          <details className="over">
            <summary>{t("over", { count: over.length })}</summary>
            {rows(over)}
          </details>
        ) : null}
      </section>
    </>
  );
}

/** Time alone says so: nobody moves to another list because an arrival is noted. */
function isBegun({ startsAt, endsAt }: HostEntry, at: Date): boolean {
  return startsAt <= at && at < endsAt;
}
