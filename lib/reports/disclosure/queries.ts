import { type Day, dateColumn, dayFromColumn } from "@/lib/core/day";
import { readDb } from "@/lib/infra/db";
import type { KeptMonth } from "../frozen-months/queries";
import { earlierOf, firstDayOf, lastDayOf, type Month, monthOf } from "../schema";
import type { PeopleBehind } from "./schema";

/**
 * How many people are behind the figures of months counted up to `yesterday`, as `peoplePresent` counts them
 * from bookings: members who came; one where only others did, or nobody who booked. Takes a decided caller.
 */
export async function listPeopleBehind(
  months: ReadonlyMap<Month, KeptMonth>,
  yesterday: Day,
): Promise<PeopleBehind> {
  const silent = [...months].flatMap(([month, { bySpace }]) =>
    [...bySpace].flatMap(([spaceId, { users }]) => (users ? [] : [{ spaceId, month }])),
  );
  const booked = await bookedIn(silent, yesterday);
  return new Map(
    [...months].map(([month, { bySpace, network }]) => {
      const behind = new Map(
        [...bySpace].map(([id, { users }]) => [
          id,
          users || (booked.has(`${id} ${month}`) ? 1 : 0),
        ]),
      );
      return [
        month,
        { network: network.users || Math.max(0, ...behind.values()), bySpace: behind },
      ];
    }),
  );
}

/** Which of these months somebody had booked in, for whom or whether they came unknown; one look at the index of each. */
async function bookedIn(
  silent: readonly { spaceId: string; month: Month }[],
  yesterday: Day,
): Promise<Set<string>> {
  const until = silent.map(({ month }) => earlierOf(lastDayOf(month), yesterday));
  const rows = await readDb.$queryRaw<{ id: string; month: Date }[]>`
    SELECT w.id, w.month
    FROM unnest(${silent.map(({ spaceId }) => spaceId)}::uuid[],
      ${silent.map(({ month }) => dateColumn(firstDayOf(month)))}::date[],
      ${until.map(dateColumn)}::date[]) AS w(id, month, until)
    JOIN spaces s ON s.id = w.id
    CROSS JOIN LATERAL (SELECT FROM bookings b
      WHERE b.space_id = w.id AND b.state IN ('confirmed', 'no_show', 'released') AND b.source <> 'event'
        AND b.starts_at >= (w.month - 2)::timestamp AT TIME ZONE s.time_zone
        AND b.starts_at < (w.until + 1)::timestamp AT TIME ZONE s.time_zone
        AND b.ends_at > w.month::timestamp AT TIME ZONE s.time_zone
      LIMIT 1) found`;
  return new Set(rows.map(({ id, month }) => `${id} ${monthOf(dayFromColumn(month))}`));
}
