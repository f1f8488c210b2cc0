import { expect, test } from "vitest";
import { whyNotThere } from "@/lib/bookings/destinations/queries";
import { db } from "@/lib/infra/db";
import { getSpaceBySlug } from "@/lib/spaces/queries";
import { aMember } from "@/tests/support/actors";
import { aBooking, aRoom, aSpace, mondayMorning, tuesday } from "@/tests/support/factories";

const wholeDay = {
  day: tuesday,
  startsAt: "2026-06-16T06:30:00Z",
  endsAt: "2026-06-16T16:30:00Z",
};
const moment = {
  day: tuesday,
  part: "day" as const,
  startsAt: new Date(wholeDay.startsAt),
  endsAt: new Date(wholeDay.endsAt),
};

async function aSpaceReadAnew(slug: string) {
  const space = await getSpaceBySlug(slug);
  const [resource] = space.resources;
  if (!resource) throw new Error("no resource");
  return { space, resource };
}

test("a booking is not in its own way; the person's other seat is", async () => {
  const made = await aSpace();
  const member = await aMember();
  const own = await aBooking({ space: made, personId: member.personId, ...wholeDay });
  const { space, resource } = await aSpaceReadAnew(made.slug);
  const coming = {
    id: own.id,
    personId: member.personId,
    state: "confirmed" as const,
    countsQuota: true,
    at: mondayMorning,
  };
  expect(await whyNotThere(db, space, resource, moment, coming)).toBeNull();
  const other = await aBooking({ space: made, desk: 1, personId: member.personId, ...wholeDay });
  expect(await whyNotThere(db, space, resource, moment, coming)).toMatchObject({
    refusal: "already_booked",
    data: { bookingId: other.id },
  });
});

test("a request is refused where a live booking stands, a lapsed one is no obstacle", async () => {
  const made = await aSpace();
  const asked = await aBooking({ space: made, desk: 1, state: "requested", ...wholeDay });
  const live = await aBooking({ space: made, desk: 0, ...wholeDay });
  const { space, resource } = await aSpaceReadAnew(made.slug);
  const coming = {
    id: asked.id,
    personId: asked.personId,
    state: "requested" as const,
    countsQuota: true,
    at: mondayMorning,
  };
  expect(await whyNotThere(db, space, resource, moment, coming)).toMatchObject({
    refusal: "slot_taken",
  });
  await db.booking.updateMany({ where: { id: live.id }, data: { lapsesAt: mondayMorning } });
  expect(await whyNotThere(db, space, resource, moment, coming)).toBeNull();
});

test("a quota counts the others of the kind and the period, for members alone", async () => {
  const made = await aSpace({ desks: 0 });
  const room = await aRoom(made, { quotaCount: 1, quotaPeriod: "week" });
  const member = await aMember();
  const rooms = { ...made, desks: [room] };
  const first = await aBooking({ space: rooms, personId: member.personId, ...wholeDay });
  const { space, resource } = await aSpaceReadAnew(made.slug);
  const coming = {
    id: first.id,
    personId: member.personId,
    state: "confirmed" as const,
    countsQuota: true,
    at: mondayMorning,
  };
  expect(await whyNotThere(db, space, resource, moment, coming)).toBeNull();
  const next = { startsAt: "2026-06-18T06:30:00Z", endsAt: "2026-06-18T10:30:00Z" };
  await aBooking({ space: rooms, personId: member.personId, day: tuesday, ...next });
  expect(await whyNotThere(db, space, resource, moment, coming)).toMatchObject({
    refusal: "quota_reached",
  });
  const byHost = { ...coming, countsQuota: false };
  expect(await whyNotThere(db, space, resource, moment, byHost)).toBeNull();
});
