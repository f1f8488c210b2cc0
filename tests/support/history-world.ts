import type { Actor, PersonActor } from "@/lib/core/actor";
import { addDays, type Day, day, instantAt } from "@/lib/core/day";
import { db } from "@/lib/infra/db";
import { aMember } from "./actors";
import { aMembership } from "./belonging";
import { aRoom, aSpace } from "./factories";
import type { PaperResource } from "./paper-bookings";
import { PaperNetwork } from "./paper-members";
import { aPlainCalendar, plainResource, plainRule } from "./plain-values";

const european = [
  "2027-03-28",
  "2027-10-31",
  "2028-03-26",
  "2028-10-29",
  "2029-03-25",
  "2029-10-28",
];
const american = [
  "2027-03-14",
  "2027-11-07",
  "2028-03-12",
  "2028-11-05",
  "2029-03-11",
  "2029-11-04",
];

/** Zones of the spaces, with the next six days on which clocks change there; where none does, plain days. */
export const changesByZone = {
  "Europe/Paris": european,
  "America/St_Johns": american,
  "Asia/Kathmandu": european,
  UTC: european,
} as const;
export type SpaceZone = keyof typeof changesByZone;

/** Zones of the process that serves them. */
export const serverZones = [
  "Asia/Kathmandu",
  "UTC",
  "America/St_Johns",
  "Pacific/Auckland",
] as const;

export type HistoryWorld = {
  slug: string;
  spaceId: string;
  timeZone: SpaceZone;
  /** The eve of the change, its day, the day after. */
  days: Day[];
  beginsAt: Date;
  members: PersonActor[];
  host: Actor;
  paper: PaperNetwork;
  /**
   * What time has decided is written at once, as where the worker runs; otherwise whoever comes upon it
   * writes it. Only then is it known at which instant somebody in the waiting line is served.
   */
  isSettled: boolean;
  /** Of each booking of the paper calendar, in the same order; then of its waiting line, of its series. */
  ids: string[];
  entryIds: string[];
  seriesIds: string[];
};

/** Open from one in the morning to half past eleven at night: the hour that changes is one of its hours. */
const hours = [
  { startMinute: 60, endMinute: 720 },
  { startMinute: 780, endMinute: 1410 },
];
const weekdays = [1, 2, 3, 4, 5, 6, 7];
const terms = {
  graceMinutes: 45,
  offerMinutes: 20,
  cancelDaysBefore: 0,
  cancelUntilMinute: 480,
};

/** A space with desks, an office on request, a room with buffers and a hall in two halves, in the database and on paper. */
export async function aHistoryWorld(
  timeZone: SpaceZone,
  change: number,
  isSettled = true,
): Promise<HistoryWorld> {
  const changed = day(changesByZone[timeZone][change] ?? european[0] ?? "");
  const space = await aSpace({
    desks: 2,
    weekdays: [],
    timeZone,
    closesOnPublicHolidays: false,
    noShowGraceMinutes: terms.graceMinutes,
    offerMinutes: terms.offerMinutes,
    bookingHorizonDays: horizonDays,
    cancelDaysBefore: terms.cancelDaysBefore,
    cancelUntilMinute: terms.cancelUntilMinute,
  });
  const rules = weekdays.flatMap((weekday) => hours.map((open) => plainRule({ weekday, ...open })));
  await db.openingRule.createMany({ data: rules.map((rule) => ({ ...rule, spaceId: space.id })) });
  const members = await Promise.all([aMember(), aMember(), aMember()]);
  // A host welcomes the people of the space.
  for (const { personId } of members) await aMembership(space, personId);
  const somebody = await aMember();
  const host = { ...somebody, grants: [{ role: "host" as const, spaceId: space.id }] };
  const calendar = aPlainCalendar({ timeZone, rules, closesOnPublicHolidays: false });
  const resources = await aFewPlaces(space);
  const days = [addDays(changed, -1), changed, addDays(changed, 1)];
  return {
    slug: space.slug,
    spaceId: space.id,
    timeZone,
    days,
    beginsAt: instantAt(addDays(changed, -1), 420, timeZone),
    members,
    host,
    paper: new PaperNetwork({ ...terms, calendar, resources, bookingHorizonDays: horizonDays }),
    isSettled,
    ids: [],
    entryIds: [],
    seriesIds: [],
  };
}

/** A series of nine weeks has dates beyond it. */
const horizonDays = 45;

type Seed = Partial<Omit<PaperResource, "id">> & { name: string; atoms: string[] };

const office = { kind: "office", needsApproval: true, rank: 10 } as const;
const room = {
  bufferBeforeMinutes: 10,
  bufferAfterMinutes: 20,
  modes: ["hour"] as const,
  quotaCount: 1,
  rank: 20,
};
const half = { modes: ["hour", "half_day"] as const, quotaCount: 2 };

async function aFewPlaces(space: {
  id: string;
  desks: { id: string; name: string }[];
}): Promise<PaperResource[]> {
  const desks = space.desks.map(({ id, name }) => onPaper(id, { name, atoms: [name] }));
  const others: (Seed & { rank: number })[] = [
    { ...office, name: "Bureau fermé", atoms: ["office"] },
    { ...room, kind: "room", name: "Salle", atoms: ["room"] },
    {
      kind: "room",
      name: "Halle",
      modes: ["hour", "half_day", "day"],
      bufferAfterMinutes: 15,
      atoms: ["hall", "a", "b"],
      rank: 30,
    },
    { ...half, kind: "room", name: "Halle A", atoms: ["a"], rank: 31 },
    { ...half, kind: "room", name: "Halle B", atoms: ["b"], rank: 32 },
  ];
  const made: PaperResource[] = [];
  for (const { atoms, rank, ...seed } of others) {
    const { kind = "room", modes = ["half_day", "day"], name, needsApproval = false } = seed;
    const { bufferBeforeMinutes = 0, bufferAfterMinutes = 0, quotaCount = null } = seed;
    const buffers = { bufferBeforeMinutes, bufferAfterMinutes };
    const quota = { quotaCount, quotaPeriod: "week" as const };
    const row = { kind, name, rank, needsApproval, ...buffers, ...quota, modes: [...modes] };
    const { id } = await aRoom(space, row);
    made.push(onPaper(id, { ...seed, atoms }));
  }
  const [, , hall, ...halves] = made;
  for (const part of halves) {
    const ids = { wholeId: hall?.id ?? "", partId: part.id };
    await db.resourcePart.create({ data: { spaceId: space.id, ...ids } });
  }
  return [...desks, ...made];
}

function onPaper(id: string, { name, ...seed }: Seed): PaperResource {
  return { needsApproval: false, quotaCount: null, ...plainResource({ ...seed, id }) };
}
