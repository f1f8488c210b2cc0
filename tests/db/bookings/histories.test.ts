import { createHash } from "node:crypto";
import fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import {
  bookingSelect,
  getSpaceWithDays,
  listTakenIntervals,
  toBookingView,
} from "@/lib/bookings/queries";
import { bookingParts } from "@/lib/bookings/schema";
import { db } from "@/lib/infra/db";
import { resourceKinds } from "@/lib/spaces/schema";
import { noteFigures } from "@/tests/support/figures";
import { historyVerbs, type Step } from "@/tests/support/history-verbs";
import {
  aHistoryWorld,
  changesByZone,
  type HistoryWorld,
  type SpaceZone,
  serverZones,
} from "@/tests/support/history-world";

/** `npm run prove` asks for a thousand. */
const histories = Number(process.env["HISTORIES"] ?? 40);
const verbsEach = 50;
/** A history takes a second or so; what is left of this is for shrinking one that fails. */
const longest = 30_000 + histories * 3_000;
const patience = longest + 60_000;

const outcomes: Record<string, Record<string, number>> = {};
let played = 0;
let checks = 0;

const frequencies: Record<keyof typeof historyVerbs, number> = {
  pass: 0,
  later: 12,
  book: 14,
  "book any": 5,
  "walk in": 4,
  move: 10,
  cancel: 6,
  confirm: 5,
  refuse: 2,
  release: 4,
  reinstate: 4,
  "check in": 7,
  "undo check-in": 3,
  "check out": 4,
  "no-show": 4,
  close: 2,
  reopen: 2,
  settle: 2,
};

const verb = fc.oneof(
  // A step that is not needed to fail shrinks to nothing.
  { withCrossShrink: true },
  { arbitrary: fc.constant("pass" as const), weight: 0 },
  ...Object.entries(frequencies).map(([name, weight]) => ({
    arbitrary: fc.constant(verbNamed(name)),
    weight,
  })),
);

function verbNamed(name: string): Step["verb"] {
  const known = Object.keys(historyVerbs).find((each): each is Step["verb"] => each === name);
  if (!known) throw new Error(`no verb ${name}`);
  return known;
}

const step: fc.Arbitrary<Step> = fc.record({
  verb,
  member: fc.nat(2),
  resource: fc.nat(6),
  day: fc.nat(2),
  part: fc.constantFrom(...bookingParts),
  start: fc.nat(43),
  length: fc.nat(5),
  target: fc.nat(40),
  byHost: fc.boolean(),
  byHours: fc.boolean(),
});

const history = fc.record({
  zone: fc.constantFrom(...Object.keys(changesByZone).map(zoneNamed)),
  server: fc.constantFrom(...serverZones),
  change: fc.nat(5),
  steps: fc.array(step, { minLength: verbsEach, maxLength: verbsEach }),
});

function zoneNamed(name: string): SpaceZone {
  const known = Object.keys(changesByZone).find((each): each is SpaceZone => each === name);
  if (!known) throw new Error(`no zone ${name}`);
  return known;
}

/** Plays the steps on both sides, comparing every answer, and every ten of them all that can be read. */
async function play(world: HistoryWorld, steps: Step[]): Promise<string[]> {
  const journal: string[] = [];
  let at = world.beginsAt;
  for (const [index, one] of steps.entries()) {
    if (one.verb === "later") at = new Date(at.getTime() + (1 + one.start * 3) * 60_000);
    const said = await historyVerbs[one.verb](world, one, at);
    if (said) {
      journal.push(`${at.toISOString()} ${one.verb} ${tellStep(one)}: ${said.product}`);
      count(one.verb, said.product);
      if (said.product !== said.paper) throw disagreement(journal, `« ${said.paper} »`);
    }
    if (index % 10 === 9) await compare(world, at, journal);
  }
  return journal;
}

function tellStep({ verb: _, ...facts }: Step): string {
  return JSON.stringify(facts);
}

function count(name: string, outcome: string): void {
  const known = outcomes[name] ?? {};
  known[outcome] = (known[outcome] ?? 0) + 1;
  outcomes[name] = known;
}

function disagreement(journal: string[], paper: string): Error {
  return new Error(`the paper calendar says ${paper} after:\n${journal.join("\n")}`);
}

async function compare(world: HistoryWorld, at: Date, journal: string[]): Promise<void> {
  checks += 1;
  const [product, paper] = [await readProduct(world, at), readPaper(world, at)];
  try {
    expect(product).toEqual(paper);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`${reason}\nafter:\n${journal.join("\n")}`, { cause: error });
  }
}

/** States, what keeps each resource, and what is free of each part of each day, as the product says. */
async function readProduct({ slug, spaceId, days, ids }: HistoryWorld, at: Date) {
  const rows = await db.booking.findMany({ where: { spaceId }, select: bookingSelect });
  const views = new Map(rows.map((row) => [row.id, toBookingView(row, at)]));
  const [first, last] = [days[0], days.at(-1)];
  if (!first || !last) throw new Error("no days");
  const read = await getSpaceWithDays(slug, { first, last }, at, resourceKinds);
  const taken = (await listTakenIntervals([read.space], { first, last }, at)).get(spaceId) ?? [];
  return {
    count: rows.length,
    states: ids.map((id) => views.get(id)?.state),
    moments: ids.map((id) => momentOf(views.get(id))),
    taken: taken.map((one) => spanOf(one.resourceId, one)).sort(),
    free: read.days.flatMap(({ slots }) =>
      bookingParts.map((part) => slots[part].free.map(({ id }) => id).sort()),
    ),
  };
}

function readPaper({ days, paper, beginsAt }: HistoryWorld, at: Date) {
  return {
    count: paper.bookings.length,
    states: paper.bookings.map((booking) => paper.stateOf(booking, at)),
    moments: paper.bookings.map(momentOf),
    taken: paper
      .taken(at)
      .map((one) => spanOf(one.resource.id, one))
      .sort(),
    free: days.flatMap((on) =>
      bookingParts.map((part) =>
        paper.space.resources
          .filter((resource) => paper.isFree(resource, { day: on, part }, at, beginsAt))
          .map(({ id }) => id)
          .sort(),
      ),
    ),
  };
}

type Shown = { resource: { id: string }; startsAt: Date; endsAt: Date; checkedInAt: Date | null };

function momentOf(booking: Shown | undefined): string {
  if (!booking) return "nowhere";
  const { resource, checkedInAt } = booking;
  return `${spanOf(resource.id, booking)} ${checkedInAt?.toISOString() ?? "absent"}`;
}

function spanOf(id: string, { startsAt, endsAt }: { startsAt: Date; endsAt: Date }): string {
  return `${id} ${startsAt.toISOString()} ${endsAt.toISOString()}`;
}

/** The zone of the machine is no business of a booking: the process is moved to another one. */
async function servedFrom<T>(zone: string, work: () => Promise<T>): Promise<T> {
  const home = process.env["TZ"];
  process.env["TZ"] = zone;
  try {
    return await work();
  } finally {
    process.env["TZ"] = home;
  }
}

const startedAt = performance.now();

afterAll(() => {
  const seconds = Math.round((performance.now() - startedAt) / 1000);
  noteFigures("histories", { histories: played, verbsEach, checks, seconds, byVerb: outcomes });
});

test(
  "whatever is said of bookings around a clock change, they are as a calendar on paper has them",
  async () => {
    await fc.assert(
      fc.asyncProperty(history, async ({ zone, server, change, steps }) => {
        await servedFrom(server, async () => {
          await play(await aHistoryWorld(zone, change), steps);
        });
        played += 1;
      }),
      {
        numRuns: histories,
        seed: 20_261_124,
        interruptAfterTimeLimit: longest,
        markInterruptAsFailure: true,
      },
    );
  },
  patience,
);

test("the same history is the same whatever the zone of the machine that serves it", async () => {
  const [drawn] = fc.sample(history, { numRuns: 1, seed: 46 });
  if (!drawn) throw new Error("nothing drawn");
  const digests: string[] = [];
  const offsets: number[] = [];
  for (const server of serverZones) {
    await servedFrom(server, async () => {
      offsets.push(new Date(2027, 0, 1).getTimezoneOffset());
      digests.push(await digestOf(drawn.steps));
    });
  }
  expect(new Set(offsets).size).toBe(serverZones.length);
  expect(new Set(digests).size).toBe(1);
});

test("negative control: a calendar on paper that forgets the grace is found out", async () => {
  const forgetful = fc.sample(history, { numRuns: 5, seed: 82 }).map(async ({ steps }) => {
    const world = await aHistoryWorld("Europe/Paris", 1);
    world.paper.space = { ...world.paper.space, graceMinutes: null };
    return play(world, steps);
  });
  const results = await Promise.allSettled(forgetful);
  expect(results.some(({ status }) => status === "rejected")).toBe(true);
});

/** What was answered and what stands at the end, by names that are the same in every world. */
async function digestOf(steps: Step[]): Promise<string> {
  const world = await aHistoryWorld("Europe/Paris", 0);
  const journal = await play(world, steps);
  const { states, moments, free } = await readProduct(world, world.beginsAt);
  const { resources } = world.paper.space;
  const text = resources.reduce(
    (all, { id }, index) => all.replaceAll(id, `place ${index}`),
    JSON.stringify({ journal, states, moments, free: free.map(({ length }) => length) }),
  );
  return createHash("sha256").update(text).digest("hex");
}
