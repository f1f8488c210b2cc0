import { expect, test } from "vitest";
import { db } from "@/lib/infra/db";
import { listComingClosures } from "@/lib/spaces/closures/queries";
import { aSpace, mondayMorning } from "@/tests/support/factories";

test("closures to come are listed soonest first, none withdrawn, none over", async () => {
  const space = await aSpace();
  const closure = (on: string, withdrawnAt: Date | null = null) => ({
    spaceId: space.id,
    startsAt: new Date(`${on}T06:00:00Z`),
    endsAt: new Date(`${on}T20:00:00Z`),
    reason: on,
    withdrawnAt,
  });
  await db.closure.createMany({
    data: [
      closure("2026-06-18"),
      closure("2026-06-16"),
      closure("2026-06-01"),
      closure("2026-06-17", new Date(0)),
    ],
  });
  const found = await listComingClosures(space.id, mondayMorning);
  expect(found.map((each) => each.reason)).toEqual(["2026-06-16", "2026-06-18"]);
});
