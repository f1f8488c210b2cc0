import { expect, test } from "vitest";
import { tryPlace } from "@/lib/bookings/tries/commands";
import { db } from "@/lib/infra/db";
import { getSpaceBySlug } from "@/lib/spaces/queries";
import { aMember } from "@/tests/support/actors";
import { aBooking, aSpace, mondayMorning, tuesday } from "@/tests/support/factories";

const morning = {
  day: tuesday,
  startsAt: "2026-06-16T06:30:00Z",
  endsAt: "2026-06-16T10:30:00Z",
};

test("a try that finds the place taken says so, and settles nothing", async () => {
  const made = await aSpace({ desks: 1 });
  const space = await getSpaceBySlug(made.slug);
  await aBooking({ space: made, ...morning });
  const moment = {
    day: tuesday,
    part: "morning" as const,
    startsAt: new Date(morning.startsAt),
    endsAt: new Date(morning.endsAt),
  };
  const facts = {
    id: crypto.randomUUID(),
    personId: (await aMember()).personId,
    state: "confirmed" as const,
    source: "member" as const,
    createdBy: null,
    createdAt: mondayMorning,
  };
  expect(await tryPlace(db, space, moment, space.resources, facts)).toMatchObject({
    outcome: "taken",
  });
  expect(await tryPlace(db, space, moment, [], facts)).toMatchObject({ outcome: "taken" });
});
