import type { HostEntry } from "@/lib/bookings/host-days/queries";
import { nameOf, type Wording, whenWords } from "./entry-words";

type CancelledListProps = { slug: string; entries: HostEntry[]; wording: Wording };

/** What was cancelled of the day, folded away: where a mistake is found again, and undone. */
export function CancelledList({ slug, entries, wording }: CancelledListProps) {
  if (entries.length === 0) return null;
  return (
    <details className="over no-print">
      <summary>{wording.t("cancelled", { count: entries.length })}</summary>
      <ul className="mt-2 grid gap-1">
        {entries.map((entry) => (
          <li key={entry.id}>
            <a
              className="inline-flex min-h-11 items-center"
              href={`/hote/${slug}/reservations/${entry.id}`}
            >
              {[nameOf(entry, wording), whenWords(entry, wording), entry.resource.name].join(", ")}
            </a>
          </li>
        ))}
      </ul>
    </details>
  );
}
