import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { addDays, type Day } from "@/lib/core/day";
import { db } from "@/lib/infra/db";
import { anEvent, aRegistration } from "./events";
import { aPerson } from "./factories";

const registration = fc.record({
  person: fc.option(fc.nat(4)),
  quantity: fc.integer({ min: 1, max: 3 }),
  state: fc.constantFrom("confirmed" as const, "waiting" as const, "cancelled" as const),
  source: fc.constantFrom("self" as const, "self" as const, "walk_in" as const),
  ticked: fc.array(fc.boolean(), { minLength: 3, maxLength: 3 }),
});

/** An event some days from the first of a period, with who registered, who came, what they said. */
export const plannedEvent = fc.record({
  space: fc.nat(1),
  theme: fc.constantFrom("work", "digital", "talk"),
  offset: fc.integer({ min: -20, max: 45 }),
  state: fc.constantFrom(
    ...(["published", "published", "published", "cancelled", "draft"] as const),
  ),
  capacity: fc.option(fc.integer({ min: 30, max: 40 })),
  needsRegistration: fc.boolean(),
  heads: fc.option(fc.nat(60)),
  notes: fc.array(fc.nat(10), { maxLength: 4 }),
  doors: fc.nat(3),
  registrations: fc.array(registration, { maxLength: 4 }),
});
type Plan = typeof plannedEvent extends fc.Arbitrary<infer Value> ? Value : never;
type Space = { id: string; timeZone: string };
type Key = { spaceId: string; eventId: string; startsAt: Date };

/** Writes these events around that day, in these two spaces; their five people are their own. */
export async function writeEvents(plans: Plan[], spaces: Space[], first: Day): Promise<void> {
  const people: string[] = [];
  while (people.length < 5) people.push((await aPerson()).id);
  for (const [index, plan] of plans.entries()) {
    const space = spaces[plan.space];
    if (!space) throw new Error("no space");
    const event = await anEvent(space, {
      ...{ on: addDays(first, plan.offset), state: plan.state, theme: plan.theme },
      // Every event begins at its own minute: of two at once, neither would be the earlier.
      from: 600 + index,
      needsRegistration: plan.needsRegistration && plan.capacity !== null,
      ...{ capacity: plan.capacity, headCount: plan.heads },
      endedAt: plan.state === "cancelled" ? new Date("2026-06-01T08:00:00Z") : null,
      ...(plan.state === "draft" ? { publishedAt: null } : {}),
    });
    const key = { spaceId: event.spaceId, eventId: event.id, startsAt: event.startsAt };
    for (const each of plan.registrations) await register(key, each, people);
    await noteArrivals(key, plan.doors);
    await noteFeedback(key, plan.notes, event.day);
  }
}

async function register(
  { spaceId, eventId, startsAt }: Key,
  { person, quantity, ticked, state, source }: Plan["registrations"][number],
  people: string[],
): Promise<void> {
  const personId = person === null ? null : (people[person] ?? null);
  const endedAt = state === "cancelled" ? startsAt : null;
  const said = { personId, quantity, state, source, endedAt };
  const row = await aRegistration({ spaceId, id: eventId }, said);
  for (const [position, isTicked] of ticked.slice(0, quantity).entries()) {
    const where = { registrationId: row.id, position };
    const presentAt = isTicked ? startsAt : null;
    await db.eventAttendee.updateMany({ where, data: { presentAt } });
  }
}

/** The third of those at the door was noted twice, and taken back. */
async function noteArrivals({ spaceId, eventId, startsAt }: Key, count: number): Promise<void> {
  const data = Array.from({ length: count }, (_, index) => ({
    ...{ spaceId, eventId, name: `Porte ${index}`, presentAt: startsAt },
    withdrawnAt: index === 2 ? startsAt : null,
  }));
  await db.eventAttendee.createMany({ data });
}

async function noteFeedback({ spaceId, eventId }: Key, notes: number[], day: Date): Promise<void> {
  const data = notes.map((score) => ({ spaceId, eventId, receipt: randomUUID(), score, day }));
  await db.eventFeedback.createMany({ data });
}
