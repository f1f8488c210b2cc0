import { expect, test } from "vitest";
import { annotateBooking } from "@/lib/bookings/notes/commands";
import { NotFound } from "@/lib/core/errors";
import { db } from "@/lib/infra/db";
import { aMember, hostOf } from "@/tests/support/actors";
import { aBooking, aSpace, tuesday } from "@/tests/support/factories";

const wholeTuesday = {
  day: tuesday,
  startsAt: "2026-06-16T06:30:00Z",
  endsAt: "2026-06-16T16:30:00Z",
};
const noteOf = async (id: string) => (await db.booking.findFirstOrThrow({ where: { id } })).note;

test("a host writes a note on a booking and takes it away; the journal says who, not what", async () => {
  const space = await aSpace();
  const host = await hostOf(space);
  const { id } = await aBooking({ space, ...wholeTuesday });
  await annotateBooking(host, { bookingId: id, note: "Arrive avec un vélo" });
  expect(await noteOf(id)).toBe("Arrive avec un vélo");
  await annotateBooking(host, { bookingId: id });
  expect(await noteOf(id)).toBeNull();
  const lines = await db.journalEntry.findMany({ where: { subjectId: id } });
  expect(lines).toMatchObject([
    { action: "booking.annotated", actorId: host.personId },
    { action: "booking.annotated", actorId: host.personId },
  ]);
  expect(JSON.stringify(lines.map(({ before, after }) => [before, after]))).not.toContain("vélo");
});

test("its member and other hosts write none", async () => {
  const [space, other] = [await aSpace(), await aSpace()];
  const member = await aMember();
  const { id } = await aBooking({ space, ...wholeTuesday, personId: member.personId });
  for (const actor of [member, await hostOf(other)]) {
    await expect(annotateBooking(actor, { bookingId: id, note: "x" })).rejects.toThrow(NotFound);
  }
  expect(await noteOf(id)).toBeNull();
});
