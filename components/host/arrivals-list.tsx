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
 * departure is noted. Today, those whose time is over are folded away.
 */
export function ArrivalsList({ entries, when, wording, at, ...row }: ArrivalsListProps) {
  const { t, host } = wording;
  const over = when === "today" ? entries.filter(({ endsAt }) => endsAt <= at) : [];
  const shown = entries.filter((entry) => !over.includes(entry));
  const rows = (list: HostEntry[]) => (
    <ul className="arrivals">
      {list.map((entry) => (
        <ArrivalRow key={entry.id} entry={entry} when={when} wording={wording} at={at} {...row} />
      ))}
    </ul>
  );
  const titles = { past: t("came"), today: t("next"), coming: t("coming") };
  return (
    <section aria-labelledby="venues">
      <h2 id="venues">{titles[when]}</h2>
      {entries.length === 0 ? (
        <EmptyState title={when === "past" ? t("nobodyCame") : host("nobody")}>
          {when === "past" ? null : <p>{host("nobodyLead")}</p>}
        </EmptyState>
      ) : (
        rows(shown)
      )}
      {over.length > 0 ? (
        <details className="over">
          <summary>{t("over", { count: over.length })}</summary>
          {rows(over)}
        </details>
      ) : null}
    </section>
  );
}
