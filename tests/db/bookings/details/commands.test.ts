import { expect, test } from "vitest";
import { changeDetails } from "@/lib/bookings/details/commands";
import { NotFound } from "@/lib/core/errors";
import { db } from "@/lib/infra/db";
import { aMember, hostOf } from "@/tests/support/actors";
import { aBooking, aRoom, aSpace, mondayMorning, tuesday } from "@/tests/support/factories";

const [startsAt, endsAt] = ["2026-06-16T06:30:00Z", "2026-06-16T10:30:00Z"];
const morning = { day: tuesday, part: "morning" as const, startsAt, endsAt };
const rowOf = (id: string) => db.booking.findFirstOrThrow({ where: { id } });

async function aRoomBooked(capacity = 3) {
  const space = await aSpace();
  const room = await aRoom(space, { capacity, modes: ["half_day"] });
  const member = await aMember();
  const { id } = await aBooking({ space, ...morning, personId: member.personId });
  await db.booking.updateMany({ where: { id }, data: { resourceId: room.id } });
  return { space, room, member, id };
}

test("a member says who comes along and a word for the host, changes both and takes them away", async () => {
  const { member, id } = await aRoomBooked();
  const told = { bookingId: id, companions: ["Ana", "Jo"], note: "Il faut l’écran" };
  expect(await changeDetails(member, told, mondayMorning)).toMatchObject({ ok: true });
  expect(await rowOf(id)).toMatchObject({
    companions: ["Ana", "Jo"],
    note: told.note,
    sequence: 1,
  });
  await changeDetails(member, { bookingId: id, companions: ["Jo"] }, mondayMorning);
  expect(await rowOf(id)).toMatchObject({ companions: ["Jo"], note: told.note });
  await changeDetails(member, { bookingId: id, companions: [], note: "" }, mondayMorning);
  expect(await rowOf(id)).toMatchObject({ companions: [], note: null });
});

test("more people than the place seats are refused, with places that seat them", async () => {
  const { space, member, id } = await aRoomBooked();
  const hall = await aRoom(space, { name: "Halle", capacity: 8, modes: ["half_day"] });
  const told = { bookingId: id, companions: ["Ana", "Jo", "Lou"] };
  const refused = await changeDetails(member, told, mondayMorning);
  expect(refused).toMatchObject({
    refusal: "too_many_people",
    data: { capacity: "3", alternatives: [{ resource: { id: hall.id } }, {}, {}] },
  });
  expect(await rowOf(id)).toMatchObject({ companions: [], sequence: 0 });
});

test("a booking that has ended keeps who came", async () => {
  const { member, id } = await aRoomBooked();
  const over = new Date(endsAt);
  const told = { bookingId: id, companions: ["Ana"] };
  expect(await changeDetails(member, told, over)).toMatchObject({ refusal: "booking_ended" });
});

test("a host changes them too, in the journal without a name; a stranger finds nothing", async () => {
  const { space, id } = await aRoomBooked();
  const host = await hostOf(space);
  const told = { bookingId: id, companions: ["Ana"] };
  expect(await changeDetails(host, told, mondayMorning)).toMatchObject({ ok: true });
  const lines = await db.journalEntry.findMany({ where: { subjectId: id } });
  expect(lines).toMatchObject([{ action: "booking.annotated", actorId: host.personId }]);
  expect(JSON.stringify(lines[0]?.after ?? null)).not.toContain("Ana");
  for (const actor of [await aMember(), await hostOf(await aSpace())]) {
    await expect(changeDetails(actor, told, mondayMorning)).rejects.toThrow(NotFound);
  }
});

test("two who change at once leave what one of them said, whole", async () => {
  const { space, member, id } = await aRoomBooked();
  const host = await hostOf(space);
  const said = [
    { companions: ["Ana"], note: "un" },
    { companions: ["Jo", "Lou"], note: "deux" },
  ];
  await Promise.all(
    said.map((one, index) =>
      changeDetails(index === 0 ? member : host, { bookingId: id, ...one }, mondayMorning),
    ),
  );
  const { companions, note, sequence } = await rowOf(id);
  expect(said).toContainEqual({ companions, note });
  expect(sequence).toBe(2);
});
