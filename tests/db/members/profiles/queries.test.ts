import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { type Actor, anonymous } from "@/lib/core/actor";
import { NotFound } from "@/lib/core/errors";
import { db } from "@/lib/infra/db";
import { getOwnProfile, getPerson, relationTo } from "@/lib/members/profiles/queries";
import { aMember, hostOf } from "@/tests/support/actors";
import { aBooking, aSpace, mondayMorning, tuesday } from "@/tests/support/factories";
import { fillProfile, openedTo } from "@/tests/support/profiles";

const at = mondayMorning;
const read = (actor: Actor, id: string) => getPerson(actor, id, at);

test("a person who does not exist has no profile at all", async () => {
  const nobody = { ...(await aMember()), personId: randomUUID() };
  await expect(getOwnProfile(nobody)).rejects.toMatchObject({ code: "P2025" });
});

test("somebody who has said nothing yet has an empty profile, seen by nobody else", async () => {
  const member = await aMember();
  expect(await getOwnProfile(member)).toMatchObject({
    content: { activity: null, skills: [], photo: null },
    audiences: {},
    sharesPresence: false,
    updatedAt: null,
  });
  expect(await read(member, member.personId)).toMatchObject({ relation: "self" });
  await expect(read(await aMember(), member.personId)).rejects.toThrow(NotFound);
});

test("a member sees what is open to members, a visitor what is open to everyone", async () => {
  const [member, other] = [await aMember(), await aMember()];
  const opened = { ...openedTo("me"), audience_name: "everyone", audience_skills: "members" };
  await fillProfile(member, { activity: "Secret", skills: "soudure", ...opened });
  expect((await read(other, member.personId)).content).toMatchObject({
    name: member.name,
    skills: ["soudure"],
    activity: null,
  });
  expect((await read(anonymous, member.personId)).content).toMatchObject({
    name: member.name,
    skills: [],
    activity: null,
  });
});

test("whoever is unknown, unlisted, erased or blocked is not found, in the same way", async () => {
  const [viewer, unlisted, blocked, blocker] = [
    await aMember(),
    await aMember(),
    await aMember(),
    await aMember(),
  ];
  await fillProfile(unlisted, { ...openedTo("everyone"), audience_name: "me" });
  for (const person of [blocked, blocker]) await fillProfile(person, openedTo("everyone"));
  const { personId } = viewer;
  await db.block.createMany({
    data: [
      { blockerId: personId, blockedId: blocked.personId },
      { blockerId: blocker.personId, blockedId: personId },
    ],
  });
  const erased = await aMember();
  await fillProfile(erased, openedTo("everyone"));
  await db.person.update({ where: { id: erased.personId }, data: { erasedAt: at } });
  const ids = [unlisted, blocked, blocker, erased].map((person) => person.personId);
  for (const id of [...ids, randomUUID(), "1", "../..", "' OR 1=1"]) {
    await expect(read(viewer, id), id).rejects.toThrow(NotFound);
  }
  expect(await read(anonymous, blocked.personId)).toMatchObject({ relation: "visitor" });
});

test("a host sees what is open to hosts of the people of their space, of another space nothing", async () => {
  const [space, other] = [await aSpace(), await aSpace()];
  const [belongs, comes] = [await aMember(), await aMember()];
  for (const person of [belongs, comes]) await fillProfile(person, openedTo("hosts"));
  await db.membership.create({
    data: { spaceId: space.id, personId: belongs.personId, state: "active" },
  });
  await aBooking({
    space,
    day: tuesday,
    personId: comes.personId,
    startsAt: "2026-06-16T06:30:00Z",
    endsAt: "2026-06-16T16:30:00Z",
  });
  const [host, hostElsewhere] = [await hostOf(space), await hostOf(other)];
  for (const { personId } of [belongs, comes]) {
    expect(await read(host, personId)).toMatchObject({ relation: "host", hostedIn: space.id });
    await expect(read(hostElsewhere, personId)).rejects.toThrow(NotFound);
    await expect(read(await aMember(), personId)).rejects.toThrow(NotFound);
  }
});

test("a membership asked for, ended or declined, a booking cancelled or long past, gives a host nothing", async () => {
  const space = await aSpace();
  const host = await hostOf(space);
  for (const state of ["requested", "declined", "ended"] as const) {
    const { personId } = await aMember();
    const endedAt = state === "ended" ? at : null;
    await db.membership.create({ data: { spaceId: space.id, personId, state, endedAt } });
    expect(await relationTo(host, personId, at)).toBe("member");
  }
  const former = await aMember();
  const booked = { space, personId: former.personId };
  await aBooking({
    ...booked,
    day: tuesday,
    state: "cancelled",
    startsAt: "2026-06-16T06:30:00Z",
    endsAt: "2026-06-16T16:30:00Z",
  });
  await aBooking({
    ...booked,
    day: tuesday,
    startsAt: "2025-06-10T06:30:00Z",
    endsAt: "2025-06-10T16:30:00Z",
  });
  expect(await relationTo(host, former.personId, at)).toBe("member");
  expect(await relationTo(host, former.personId, new Date("2026-06-01T00:00:00Z"))).toBe("host");
});

test("what a host or somebody at the door booked for a person gives no host a look into their profile", async () => {
  const space = await aSpace();
  const [host, person] = [await hostOf(space), await aMember()];
  const { personId } = person;
  await fillProfile(person, openedTo("hosts"));
  const times = { startsAt: "2026-06-16T06:30:00Z", endsAt: "2026-06-16T16:30:00Z" };
  const { id } = await aBooking({ space, day: tuesday, personId, ...times });
  expect(await relationTo(host, personId, at)).toBe("host");
  for (const source of ["host", "walk_in"] as const) {
    await db.booking.updateMany({ where: { id }, data: { source } });
    expect(await relationTo(host, personId, at), source).toBe("member");
  }
});
