import { expect, test } from "vitest";
import { listMoveChoices } from "@/lib/bookings/moves/queries";
import { NotFound } from "@/lib/core/errors";
import { db } from "@/lib/infra/db";
import { aMember, hostOf } from "@/tests/support/actors";
import { aBooking, aRoom, aSpace, mondayMorning, tuesday } from "@/tests/support/factories";

const morning = {
  day: tuesday,
  part: "morning" as const,
  startsAt: "2026-06-16T06:30:00Z",
  endsAt: "2026-06-16T10:30:00Z",
};

async function aMoving(desks = 3) {
  const space = await aSpace({ desks });
  await aRoom(space);
  const member = await aMember();
  const { id } = await aBooking({ space, personId: member.personId, ...morning });
  const choose = (parameters: Record<string, string>, at = mondayMorning) =>
    listMoveChoices(member, id, parameters, at);
  return { space, member, id, choose };
}

const names = ({ free }: Awaited<ReturnType<typeof listMoveChoices>>) =>
  free.map(({ name }) => name);

test("seats free at the moment asked for, one's own first and not in one's own way", async () => {
  const { space, choose } = await aMoving();
  await aBooking({ space, desk: 1, ...morning });
  expect(names(await choose({}))).toEqual(["Bureau 1", "Bureau 3"]);
  expect(names(await choose({ moment: "afternoon" }))).toEqual([
    "Bureau 1",
    "Bureau 2",
    "Bureau 3",
  ]);
});

test("nowhere to go says why: taken, closed, or a moment unreadable is one's own", async () => {
  const { space, choose } = await aMoving(1);
  await aBooking({
    space,
    day: tuesday,
    part: "afternoon",
    startsAt: "2026-06-16T11:30:00Z",
    endsAt: "2026-06-16T16:30:00Z",
  });
  const full = await choose({ moment: "afternoon" });
  expect(full).toMatchObject({ free: [], why: { refusal: "slot_taken" } });
  const closed = await choose({ jour: "2026-06-20", moment: "day" });
  expect(closed).toMatchObject({ free: [], why: { refusal: "space_closed" } });
  const typed = await choose({ jour: "demain", moment: "minuit" });
  expect(typed).toMatchObject({ asked: { day: tuesday, part: "morning" }, why: null });
});

test("rooms for a room, with room for those who come along", async () => {
  const space = await aSpace();
  const [room, small] = [await aRoom(space), await aRoom(space, { capacity: 1 })];
  const member = await aMember();
  const rooms = { ...space, desks: [room] };
  const { id } = await aBooking({ space: rooms, personId: member.personId, ...morning });
  await db.booking.updateMany({ where: { id }, data: { companions: ["Ana"] } });
  const choices = await listMoveChoices(
    member,
    id,
    { moment: "hours", de: "14:00", a: "16:00" },
    mondayMorning,
  );
  expect(names(choices)).toEqual([room.name]);
  expect(choices.resources.map(({ name }) => name)).not.toContain(small.name);
  const backwards = { moment: "hours", de: "16:00", a: "14:00" };
  const unread = await listMoveChoices(member, id, backwards, mondayMorning);
  expect(unread.asked).toMatchObject({ from: "16:00", until: "14:00", wanted: null });
});

test("a host looks beyond notice and horizon, a stranger finds nothing", async () => {
  const { space, id, choose } = await aMoving();
  const far = { jour: "2027-06-15", moment: "day" };
  expect(await choose(far)).toMatchObject({ why: { refusal: "beyond_horizon" } });
  const host = await hostOf(space);
  expect((await listMoveChoices(host, id, far, mondayMorning)).free).toHaveLength(3);
  await expect(listMoveChoices(await aMember(), id, {}, mondayMorning)).rejects.toThrow(NotFound);
});
