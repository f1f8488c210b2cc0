import { expect, test } from "vitest";
import { withAlternatives } from "@/lib/bookings/alternatives/queries";
import { bookResource } from "@/lib/bookings/commands";
import { day } from "@/lib/core/day";
import { refuse } from "@/lib/core/result";
import { aMember } from "@/tests/support/actors";
import { aRoom, aSpace, mondayMorning, tuesday } from "@/tests/support/factories";

test("a refusal keeps what it said and gains free places near what was asked", async () => {
  const { slug } = await aSpace();
  const wish = { slug, wanted: { day: tuesday, part: "day" as const } };
  const refused = await withAlternatives(refuse("slot_taken", { why: "x" }), wish, mondayMorning);
  expect(refused).toMatchObject({
    refusal: "slot_taken",
    data: { why: "x", alternatives: [{ slug, day: tuesday }, {}, {}] },
  });
});

test("where the day asked for cannot be, it looks around the nearest one that can", async () => {
  const { slug } = await aSpace();
  const wish = { slug, wanted: { day: day("2030-01-01"), part: "day" as const } };
  const refusal = refuse("beyond_horizon", { nearestDay: "2026-06-23" });
  const { data } = await withAlternatives(refusal, wish, mondayMorning);
  expect(data).toMatchObject({ alternatives: [{ differs: "day", day: "2026-06-23" }, {}, {}] });
});

test("a room refused is replaced by one that seats all who were named, or one of its size", async () => {
  const space = await aSpace();
  const large = await aRoom(space, { capacity: 8 });
  const middle = await aRoom(space, { capacity: 5 });
  const wish = {
    slug: space.slug,
    resourceId: large.id,
    startsAt: new Date("2026-06-16T08:00:00Z"),
    endsAt: new Date("2026-06-16T09:00:00Z"),
  };
  await bookResource(await aMember(), wish, mondayMorning);
  const companions = ["Odette", "Marius", "Lou", "Noé"];
  const five = await bookResource(await aMember(), { ...wish, companions }, mondayMorning);
  expect(five).toMatchObject({
    refusal: "slot_taken",
    data: { alternatives: [{ differs: "desk", resource: { id: middle.id } }, {}, {}] },
  });
  const unsaid = await bookResource(await aMember(), wish, mondayMorning);
  expect(JSON.stringify(unsaid)).toContain(large.id);
  expect(JSON.stringify(unsaid)).not.toContain(middle.id);
});
