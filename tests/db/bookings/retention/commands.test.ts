import { expect, test } from "vitest";
import { forgetOldGuests, forgottenName } from "@/lib/bookings/retention/commands";
import { systemActor } from "@/lib/core/actor";
import { Forbidden } from "@/lib/core/errors";
import { db } from "@/lib/infra/db";
import { aMember } from "../../../support/actors";
import { aSpace } from "../../../support/factories";

const at = new Date("2026-06-16T03:27:00Z");

async function aWalkIn(on: string) {
  const space = await aSpace();
  const resourceId = space.desks[0]?.id ?? "";
  return db.booking.create({
    data: {
      spaceId: space.id,
      resourceId,
      guestName: "Paul",
      day: new Date(`${on}T00:00:00Z`),
      part: "morning",
      startsAt: new Date(`${on}T06:30:00Z`),
      endsAt: new Date(`${on}T10:30:00Z`),
      source: "walk_in",
      checkedInAt: new Date(`${on}T06:40:00Z`),
    },
  });
}

const nameOf = async (id: string) => (await db.booking.findFirst({ where: { id } }))?.guestName;

test("a first name is forgotten after thirteen months, the presence stays", async () => {
  const [old, recent] = [await aWalkIn("2025-05-15"), await aWalkIn("2025-05-19")];
  await forgetOldGuests(systemActor("test"), at);
  await forgetOldGuests(systemActor("test"), at);
  expect(await nameOf(old.id)).toBe(forgottenName);
  expect(await nameOf(recent.id)).toBe("Paul");
});

test("the names of those who came along are forgotten too", async () => {
  const companions = ["Ana", "Jo"];
  const [old, recent] = [await aWalkIn("2025-05-15"), await aWalkIn("2025-05-19")];
  const where = { id: { in: [old.id, recent.id] } };
  await db.booking.updateMany({ where, data: { companions } });
  await forgetOldGuests(systemActor("test"), at);
  const rows = await db.booking.findMany({ where, orderBy: { startsAt: "asc" } });
  expect(rows.map((row) => row.companions)).toEqual([[], companions]);
});

test("only the system forgets", async () => {
  await expect(forgetOldGuests(await aMember(), at)).rejects.toThrow(Forbidden);
});
