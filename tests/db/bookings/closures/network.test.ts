import { expect, test } from "vitest";
import { withdrawClosure } from "@/lib/bookings/closures/commands";
import { db } from "@/lib/infra/db";
import { aMember, aStaffMember, hostOf } from "@/tests/support/actors";
import { booked } from "@/tests/support/bookings";
import { close, onDay } from "@/tests/support/closures";
import { aSpace, mondayMorning } from "@/tests/support/factories";

test("the network closes at once, one closure a space under one announcement; its staff opens it again", async () => {
  const [one, two] = [await aSpace(), await aSpace()];
  const staff = await aStaffMember();
  const first = await aMember();
  const { id } = await booked(first, one.slug);
  await close(await hostOf(two), two, onDay("day"));
  const result = await close(staff, "network", onDay("morning"));
  expect(result).toMatchObject({ ok: true, value: { cancelled: expect.any(Number) } });
  const announcementId = result.ok ? result.value.id : "";
  const rows = await db.closure.findMany({ where: { announcementId } });
  expect(rows.map(({ spaceId }) => spaceId)).toContain(one.id);
  // What was closed already is left as it was.
  expect(rows.map(({ spaceId }) => spaceId)).not.toContain(two.id);
  expect(await db.booking.findFirst({ where: { id } })).toMatchObject({ state: "cancelled" });
  await withdrawClosure(staff, { closureId: announcementId }, mondayMorning);
  expect(await db.closure.count({ where: { announcementId, withdrawnAt: null } })).toBe(0);
});
