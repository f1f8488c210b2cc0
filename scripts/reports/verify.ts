import { systemActor } from "@/lib/core/actor";
import { recountDailyFacts } from "@/lib/reports/facts/commands";
import { verifyFacts } from "@/lib/reports/facts/verification/queries";
import type { Difference, Verified } from "@/lib/reports/facts/verification/schema";
import { listSpaceNames } from "@/lib/spaces/queries";

/** Beyond, a fault is the same one again and again. */
const mostTold = 200;

/** What is to be said of what is kept for reports, and each figure that bookings say otherwise. */
export type ReportsVerified = { said: string[]; faults: string[] };

/** Counts what waits, then every day and month again from the bookings, and compares to the unit. */
export async function verifyReports(
  report: (where: string) => void = () => undefined,
): Promise<ReportsVerified> {
  const actor = systemActor("report:verify");
  report("days that wait");
  await recountDailyFacts(actor);
  const spaces = await listSpaceNames();
  const names = new Map(spaces.map(({ id, name }) => [id, name]));
  const faults: string[] = [];
  const tell = (difference: Difference) => {
    if (faults.length < mostTold) faults.push(sentenceOf(difference, names));
  };
  const verified = await verifyFacts(actor, { tell, report });
  const untold = verified.different - faults.length;
  if (untold > 0) faults.push(`And ${untold} more.`);
  return { said: saidOf(verified), faults };
}

function saidOf({ agreeing, waiting, frozen, changedSince }: Verified): string[] {
  return [
    `${agreeing} figures are as the bookings say.`,
    ...(frozen > 0
      ? [`${frozen} months are frozen: their people are gone, what needs them is as it was kept.`]
      : []),
    ...(changedSince > 0
      ? [
          `${changedSince} half-days of them have other hours today: they too are as they were kept.`,
        ]
      : []),
    ...(waiting > 0
      ? [
          `${waiting} days or months changed meanwhile and wait to be counted: they are not compared.`,
        ]
      : []),
  ];
}

function sentenceOf(difference: Difference, names: ReadonlyMap<string, string>): string {
  const { kept, counted } = difference;
  const nameOf = (id: string | null) => (id === null ? "The network" : (names.get(id) ?? id));
  const figures = `kept ${kept}, counted ${counted}`;
  switch (difference.kind) {
    case "slots": {
      const { spaceId, day, half, of, figure } = difference;
      return `${nameOf(spaceId)}, ${written(day)}, ${half}, ${of}s ${figure}: ${figures}`;
    }
    case "presences": {
      const { spaceId, day, half } = difference;
      return `${nameOf(spaceId)}, ${written(day)}, ${half}, people there whom only one side knows: ${figures}`;
    }
    case "month": {
      const { spaceId, month, figure } = difference;
      return `${nameOf(spaceId)}, ${written(month)}, ${figureWords[figure]}: ${figures}`;
    }
    case "firsts": {
      const { month, figure } = difference;
      const words = figure === "new" ? "first days" : "days of return";
      return `The network, ${written(month)}, ${words} that only one side knows: ${figures}`;
    }
  }
}

const figureWords = {
  offered: "desks offered",
  booked: "desks booked",
  occupied: "desks occupied",
  personDays: "person-days",
  users: "persons",
  guests: "guests",
};

/** « 12 May 2026 », « May 2026 ». */
function written(on: string): string {
  const isDay = on.length > 7;
  return new Intl.DateTimeFormat("en-GB", {
    ...{ timeZone: "UTC", month: "long", year: "numeric" },
    ...(isDay ? { day: "numeric" } : {}),
  }).format(new Date(`${isDay ? on : `${on}-01`}T00:00:00Z`));
}
