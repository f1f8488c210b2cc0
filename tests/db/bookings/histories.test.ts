import { createHash } from "node:crypto";
import fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import { bookingParts } from "@/lib/bookings/schema";
import { settleSpace } from "@/lib/bookings/settlements/commands";
import type { Interval } from "@/lib/core/interval";
import { db } from "@/lib/infra/db";
import { noteFigures } from "@/tests/support/figures";
import {
  adoptNew,
  paperStates,
  productStates,
  readPaper,
  readProduct,
} from "@/tests/support/history-readings";
import { historyVerbs, type Step } from "@/tests/support/history-verbs";
import {
  aHistoryWorld,
  changesByZone,
  type HistoryWorld,
  type SpaceZone,
  serverZones,
} from "@/tests/support/history-world";
import type { PaperNetwork } from "@/tests/support/paper-members";

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
  "book any": 8,
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
  wait: 22,
  leave: 2,
  accept: 8,
  "book series": 4,
  "retry series": 4,
  "cancel series": 2,
  "edit series": 5,
  "book for": 5,
  swap: 8,
  away: 2,
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
  isSettled: fc.boolean(),
  steps: fc.array(step, { minLength: verbsEach, maxLength: verbsEach }),
});

function zoneNamed(name: string): SpaceZone {
  const known = Object.keys(changesByZone).find((each): each is SpaceZone => each === name);
  if (!known) throw new Error(`no zone ${name}`);
  return known;
}

/**
 * Plays the steps on both sides, comparing after each the answer and where all stands, and every ten of
 * them all that can be read.
 */
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
    await letTimeDecide(world, at);
    await adoptNew(world);
    await agree(async () => [await productStates(world, at), paperStates(world, at)], journal);
    if (index % 10 < 9) continue;
    await agree(async () => [await readProduct(world, at), readPaper(world, at)], journal);
  }
  return journal;
}

async function letTimeDecide({ isSettled, spaceId, paper }: HistoryWorld, at: Date): Promise<void> {
  if (!isSettled) return;
  await settleSpace(db, spaceId, at);
  paper.settle(at);
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

async function agree(
  read: () => Promise<[product: unknown, paper: unknown]>,
  journal: string[],
): Promise<void> {
  checks += 1;
  const [product, paper] = await read();
  try {
    expect(product).toEqual(paper);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`${reason}\nafter:\n${journal.join("\n")}`, { cause: error });
  }
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
      fc.asyncProperty(history, async ({ zone, server, change, isSettled, steps }) => {
        await servedFrom(server, async () => {
          await play(await aHistoryWorld(zone, change, isSettled), steps);
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

type BookFor = Parameters<PaperNetwork["bookFor"]>;
type Fault = [name: string, plant: (paper: PaperNetwork) => void, of?: Partial<Step>];

/** Some show in few histories: these are then all of one verb. */
const faults: Fault[] = [
  ["forgets the grace", (paper) => alter(paper, { graceMinutes: null })],
  ["lets an offer stand too long", (paper) => alter(paper, { offerMinutes: 100_000 })],
  ["serves nobody in the line", (paper) => Object.assign(paper, { serve: () => undefined })],
  [
    "forgets the quota",
    (paper) =>
      alter(paper, {
        resources: paper.space.resources.map((resource) => ({ ...resource, quotaCount: null })),
      }),
    { verb: "book", resource: 3, byHours: true },
  ],
  ["leaves a series where it was", (paper) => Object.assign(paper, { editSeries: () => "ok" })],
  [
    "keeps the quota from a host",
    (paper) =>
      Object.assign(paper, {
        bookFor: (...said: BookFor) => paper.book(said[0] ?? "", said[1], said[2], said[3]),
      }),
    { verb: "book for", resource: 3, byHours: true, byHost: true },
  ],
  ["exchanges nobody", (paper) => Object.assign(paper, { swap: () => "ok" })],
  ["cancels nothing for an absence", (paper) => Object.assign(paper, { away: () => "ok" })],
  [
    "cancels whom a closure keeps",
    (paper) => {
      const close = paper.close.bind(paper);
      Object.assign(paper, { close: (during: Interval, at: Date) => close(during, at) });
    },
  ],
  ["takes no refused date again", (paper) => Object.assign(paper, { retry: () => "nothing_free" })],
];

function alter(paper: PaperNetwork, change: Partial<PaperNetwork["space"]>): void {
  paper.space = { ...paper.space, ...change };
}

test.each(faults)(
  "negative control: a calendar on paper that %s is found out",
  async (_, plant, of = {}) => {
    const drawn = fc.sample(history, { numRuns: 40, seed: 82 });
    let isFound = false;
    for (const { steps } of drawn) {
      const world = await aHistoryWorld("Europe/Paris", 1);
      plant(world.paper);
      isFound = await play(
        world,
        steps.map((one) => ({ ...one, ...of })),
      ).then(
        () => false,
        () => true,
      );
      if (isFound) break;
    }
    expect(isFound).toBe(true);
  },
  patience,
);

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
