import { type Day, dateColumn } from "@/lib/core/day";
import { db } from "@/lib/infra/db";

const readAll = () =>
  db.event.findMany({
    include: { registrations: { include: { attendees: true } }, attendees: true, feedback: true },
    orderBy: { startsAt: "asc" },
  });
type Row = Awaited<ReturnType<typeof readAll>>[number];

const total = (rows: Row[], of: (row: Row) => number) =>
  rows.reduce((sum, row) => sum + of(row), 0);

function seatsOf({ registrations }: Row): number {
  let seats = 0;
  for (const { state, source, quantity } of registrations) {
    if (state === "confirmed" && source !== "walk_in") seats += quantity;
  }
  return seats;
}

/** By what those who registered and were ticked there can be known again: an account, a mailbox. */
function marksOf({ registrations }: Row): string[][] {
  return registrations
    .filter(({ attendees }) => attendees.some((one) => one.position === 0 && one.presentAt))
    .map(({ personId, emailKey }) => [personId, emailKey].flatMap((mark) => mark ?? []));
}

/** New faces of each event, walking through all of them in the order of time. */
function countNew(all: Row[]): Map<string, number> {
  const seen = new Set<string>();
  const found = new Map<string, number>();
  for (const event of all) {
    const marks = marksOf(event);
    found.set(event.id, marks.filter((own) => !own.some((mark) => seen.has(mark))).length);
    for (const mark of marks.flat()) seen.add(mark);
  }
  return found;
}

/**
 * The figures of events over local days, slowly and apart from the product: every row is read, and each
 * figure is a walk by its definition in words.
 */
export async function slowEventFigures(first: Day, last: Day, at: Date) {
  const all = await readAll();
  const faces = countNew(all);
  const own = all.filter(({ day }) => day >= dateColumn(first) && day <= dateColumn(last));
  const held = own.filter(({ state, endsAt }) => state === "published" && endsAt <= at);
  const looked = held.filter(({ headCount }) => headCount !== null);
  const filled = held.filter((row) => row.needsRegistration && row.capacity !== null);
  const scores = held.flatMap(({ feedback }) => feedback.map(({ score }) => score));
  const people = held.flatMap(({ attendees }) => attendees);
  const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length;
  return {
    held: held.length,
    cancelled: own.filter(({ state, publishedAt }) => state === "cancelled" && publishedAt).length,
    hours: total(held, ({ startsAt, endsAt }) => (+endsAt - +startsAt) / 3_600_000),
    registered: total(held, seatsOf),
    named: people.filter(({ presentAt, withdrawnAt }) => presentAt && !withdrawnAt).length,
    heads: { people: total(looked, ({ headCount }) => headCount ?? 0), events: looked.length },
    fill: {
      taken: total(filled, seatsOf),
      seats: total(filled, ({ capacity }) => capacity ?? 0),
    },
    firstTimers: total(held, ({ id }) => faces.get(id) ?? 0),
    feedback: { mean: scores.length > 0 ? mean : null, count: scores.length },
  };
}
