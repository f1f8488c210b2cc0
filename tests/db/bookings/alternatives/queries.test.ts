import { expect, test } from "vitest";
import { withAlternatives } from "@/lib/bookings/alternatives/queries";
import { day } from "@/lib/core/day";
import { refuse } from "@/lib/core/result";
import { aSpace, mondayMorning, tuesday } from "@/tests/support/factories";

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
