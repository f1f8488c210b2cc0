import type { Month } from "../../schema";
import { type Figure, type FigurePart, type MeasureKey, measureKeyOf } from "../schema";

/** Numbers that say nothing of who came: bookings without their people still tell them. */
const ofNobody: ReadonlySet<MeasureKey> = new Set<MeasureKey>([
  "offeredCapacity.deskSlots",
  "offeredCapacity.extendedSlots",
  "offeredCapacity.roomHours",
  "refusedDemand.places",
  "refusedDemand.served",
  "events.held",
  "events.cancelled",
  "events.hours",
  "attendance.heads",
  "digitalHelp.workshops",
  "digitalHelp.heads",
  "opening.staffedHours",
  "opening.selfServiceHours",
  "opening.unexpectedDays",
  "contribution.memberWorkshops",
  "contribution.offers",
  "contribution.contacts",
  // Kept with the account: the first day, and whether one came back.
  "newUsers.persons",
  "retention.returned",
]);

/** Numbers of people that add up from one month to the next; the others count each person once. */
const summed: ReadonlySet<MeasureKey> = new Set<MeasureKey>([
  "bookedOccupancy.slots",
  "bookedOccupancy.extendedSlots",
  "realOccupancy.slots",
  "realOccupancy.extendedSlots",
  "realOccupancy.emptySlots",
  "roomUse.hours",
  "roomUse.people",
  "roomUse.meetings",
  "personDays.days",
  "visits.visits",
  "uniqueUsers.guests",
  "peak.slots",
  "lateAndNoShow.late",
  "lateAndNoShow.noShow",
  "lateAndNoShow.leftEmpty",
  "attendance.registered",
  "attendance.present",
  "attendance.walkIns",
  "attendance.fill",
  "attendance.attendance",
  "attendance.firstTimers",
  "digitalHelp.accompanied",
  "commuteAvoided.kilometres",
  "carbonAvoided.gross",
  "carbonAvoided.net",
]);

/** Numbers of a stretch of the period: a month as it was kept, or the months that still have their people. */
export type Stretch = { months: readonly Month[]; figures: readonly Figure[] };

/**
 * The numbers of a period whose first months have lost their people: what says nothing of people as it is
 * counted now (`now`), what adds up as the sum of the stretches, and distinct people not at all, for nobody
 * knows any more who came in two of them. `stretches` null: a month of it was not kept, or lies partly outside.
 */
export function withKeptMonths(
  now: readonly Figure[],
  stretches: readonly Stretch[] | null,
): Figure[] {
  const asCounted = now.filter((figure) => isOfNobody(figure));
  const [only, ...others] = stretches ?? [];
  if (only && others.length === 0) return [...asCounted, ...only.figures.filter(isOfSomebody)];
  const sums = stretches ? sumsOf(stretches) : [];
  const known = new Set(sums.map(keyOf));
  const unknown = now
    .filter((figure) => isOfSomebody(figure) && figure.part === null && !known.has(keyOf(figure)))
    .map(gone);
  return [...asCounted, ...sums, ...unknown];
}

/** The same, with who was active as it was kept; null: nobody knows any more. */
export function withActive(figures: readonly Figure[], kept: readonly Figure[] | null): Figure[] {
  const others = figures.filter(({ indicator }) => indicator !== "activeMembers");
  if (kept) return [...others, ...kept];
  return figures.map((figure) => (figure.indicator === "activeMembers" ? gone(figure) : figure));
}

function gone(figure: Figure): Figure {
  return { ...figure, ...nothing, withheld: "people_gone", without: [] };
}

const nothing = { value: null, of: null, nearest: null, perThousand: null };

function isOfNobody(figure: Figure): boolean {
  return figure.withheld === "not_collected" || ofNobody.has(measureKeyOf(figure));
}

function isOfSomebody(figure: Figure): boolean {
  return !isOfNobody(figure);
}

type Placed = { figure: Figure; months: readonly Month[] };

function sumsOf(stretches: readonly Stretch[]): Figure[] {
  const all = stretches.flatMap(({ months, figures }) =>
    figures
      .filter((figure) => summed.has(measureKeyOf(figure)))
      .map((figure): Placed => ({ figure, months })),
  );
  return [...Map.groupBy(all, ({ figure }) => keyOf(figure)).values()].flatMap(
    (own) => sumOf(own) ?? [],
  );
}

/** Of the stretches that tell it, with the months it leaves out; where none does, why the first does not. */
function sumOf(own: readonly Placed[]): Figure | null {
  const [first] = own;
  if (!first) return null;
  const told = own.filter(({ figure }) => figure.value !== null);
  const untold = own.filter(({ figure }) => isUntold(figure)).flatMap(({ months }) => months);
  const without = [...new Set([...own.flatMap(({ figure }) => figure.without), ...untold])].sort();
  if (told.length === 0) return first.figure;
  const total = (of: (figure: Figure) => number | null) =>
    told.reduce((sum, { figure }) => sum + (of(figure) ?? 0), 0);
  return {
    ...first.figure,
    value: total(({ value }) => value),
    of: told.some(({ figure }) => figure.of === null) ? null : total(({ of }) => of),
    nearest: told.some(({ figure }) => figure.nearest !== null)
      ? total(({ nearest }) => nearest)
      : null,
    ...{ withheld: null, without },
  };
}

function isUntold({ withheld }: Figure): boolean {
  return withheld === "few_people" || withheld === "protects_another";
}

/** One number of one place and part, the same in every stretch; a part is told by what it is, in any order. */
function keyOf(figure: Figure): string {
  return `${measureKeyOf(figure)} ${figure.place ?? ""} ${partText(figure.part)}`;
}

function partText(part: FigurePart | null): string {
  return JSON.stringify(
    Object.entries(part ?? {}).sort(([one], [other]) => (one < other ? -1 : 1)),
  );
}
