import fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import { db } from "@/lib/infra/db";
import {
  aWorld,
  days,
  disagreements,
  eventVerbs,
  type Step,
  say,
  starts,
} from "@/tests/support/agreement-world";
import { noteFigures } from "@/tests/support/figures";
import { overlapsIn } from "@/tests/support/races";

/** `npm run prove` asks for more. */
const histories = Math.max(1, Math.round(Number(process.env["HISTORIES"] ?? 40) / 4));
const stepsEach = 14;
const patience = 60_000 + histories * 6_000;

const index = (count: number) => fc.nat({ max: count - 1 });
const when = { day: index(days.length), start: index(starts.length), length: index(3) };
const event = index(3);
const verb = <Verb extends string>(name: Verb) => fc.constant(name);

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      verb: verb("create"),
      room: index(3),
      publishes: fc.boolean(),
      ...when,
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      verb: verb("edit"),
      event,
      room: index(3),
      title: fc.boolean(),
      ...when,
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({ verb: verb("board move"), event, room: index(2), ...when }),
  },
  { weight: 8, arbitrary: fc.record({ verb: fc.constantFrom(...eventVerbs), event }) },
  { weight: 2, arbitrary: fc.record({ verb: verb("member books"), room: index(2), ...when }) },
  {
    weight: 4,
    arbitrary: fc.record({
      verb: verb("close"),
      day: index(days.length),
      room: index(3),
      answer: fc.constantFrom("move" as const, "cancel" as const, "keep" as const),
    }),
  },
  { weight: 3, arbitrary: fc.record({ verb: verb("undo closure") }) },
  { weight: 1, arbitrary: fc.record({ verb: verb("settle") }) },
);

/** An event to begin with: histories of nothing prove nothing. */
const first: Step = { verb: "create", room: 0, publishes: true, day: 1, start: 4, length: 1 };

let played = 0;
const did: Record<string, [done: number, refused: number]> = {};

async function play(steps: Step[]): Promise<string[]> {
  const world = await aWorld();
  for (const each of [first, ...steps]) {
    const outcome = (await say(world, each)) ? 0 : 1;
    const counts = did[each.verb] ?? [0, 0];
    counts[outcome] += 1;
    did[each.verb] = counts;
    const found = await disagreements(world.space.id);
    if (found.length > 0) return [`after ${JSON.stringify(each)}`, ...found];
  }
  played += 1;
  return (await overlapsIn(world.space.id)) === 0 ? [] : ["two bookings in one room"];
}

test(
  "the calendar of a room and its event say the same after whatever is done to either, across the clock change",
  async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { minLength: stepsEach, maxLength: stepsEach }),
        async (steps) => {
          expect(await play(steps)).toEqual([]);
        },
      ),
      { numRuns: histories, endOnFailure: true, interruptAfterTimeLimit: patience - 20_000 },
    );
  },
  patience,
);

test("they would not without what makes the event follow its room (negative control)", async () => {
  // The database of this file alone, and nothing after this.
  await db.$executeRaw`ALTER TABLE bookings DISABLE TRIGGER event_follows_room`;
  const moved: Step = { verb: "board move", event: 0, room: 1, day: 4, start: 5, length: 0 };
  expect(await play([moved])).not.toEqual([]);
  expect(await play([{ verb: "board cancel", event: 0 }])).not.toEqual([]);
}, 60_000);

afterAll(() => noteFigures("agreement of rooms and events", { histories: played, did }));
