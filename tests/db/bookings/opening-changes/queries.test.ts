import { expect, test } from "vitest";
import {
  getOpeningToRun,
  listLeftOutside,
  listRules,
  previewOpening,
} from "@/lib/bookings/opening-changes/queries";
import { day } from "@/lib/core/day";
import { NotFound } from "@/lib/core/errors";
import { db } from "@/lib/infra/db";
import { getSpaceBySlug } from "@/lib/spaces/queries";
import { aMember, hostOf } from "@/tests/support/actors";
import { aBooking, aSpace, mondayMorning, tuesday } from "@/tests/support/factories";

const closed = { kind: "exception" as const, day: tuesday, hours: [], reason: null };
const morning = { startsAt: "2026-06-16T06:30:00Z", endsAt: "2026-06-16T10:30:00Z" };

test("the host reads the lines that hold, the school holidays known, and who is in two places at once", async () => {
  const [space, other] = [await aSpace({ name: "Un" }), await aSpace({ name: "Deux" })];
  await db.openingRule.updateMany({
    where: { spaceId: { in: [space.id, other.id] }, weekday: 3, startMinute: 510 },
    data: { staffName: "Sylvie" },
  });
  await db.openingRule.create({
    data: {
      spaceId: space.id,
      weekday: 6,
      startMinute: 540,
      endMinute: 720,
      state: "staffed",
      validUntil: new Date("2026-01-01T00:00:00Z"),
    },
  });
  const opening = await getOpeningToRun(await hostOf(space), space.slug, mondayMorning);
  expect(opening.today).toBe("2026-06-15");
  expect(opening.rules).toHaveLength(10);
  expect(opening.holidays.zone).toBe("C");
  expect(opening.conflicts[0]).toMatchObject({ staffName: "Sylvie", day: day("2026-06-17") });
  expect(opening.conflicts).toHaveLength(4);
  await expect(getOpeningToRun(await aMember(), space.slug, mondayMorning)).rejects.toThrow(
    NotFound,
  );
});

test("before hours change, the host sees whom they leave outside; nobody is sent anywhere", async () => {
  const row = await aSpace();
  await aBooking({ space: row, day: tuesday, part: "morning", ...morning });
  await aBooking({
    space: row,
    day: day("2026-06-17"),
    part: "morning",
    startsAt: "2026-06-17T06:30:00Z",
    endsAt: "2026-06-17T10:30:00Z",
  });
  const host = await hostOf(row);
  const preview = await previewOpening(host, row.slug, closed, mondayMorning);
  expect(preview).toMatchObject({
    ok: true,
    hits: [{ day: tuesday, instead: null, choices: ["cancel", "keep"] }],
  });
  const space = await getSpaceBySlug(row.slug);
  const rules = await listRules(db, row.id);
  const left = await listLeftOutside(db, space, rules, closed, mondayMorning);
  expect(left).toHaveLength(1);
});
