import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { cancelBooking } from "@/lib/bookings/commands";
import { bookDelegated } from "@/lib/bookings/delegated/commands";
import { bookFor } from "@/lib/bookings/hosted/commands";
import { moveBooking } from "@/lib/bookings/moves/commands";
import { listAlternatives } from "@/lib/bookings/nearby/queries";
import { allowedFor, barredFor, whyNotAllowed } from "@/lib/bookings/requirements/queries";
import { bookSeries } from "@/lib/bookings/series/commands";
import { editSeries } from "@/lib/bookings/series/edits/commands";
import { previewSeries } from "@/lib/bookings/series/previews/queries";
import { addDays } from "@/lib/core/day";
import { db } from "@/lib/infra/db";
import { aMember, hostOf } from "@/tests/support/actors";
import { aMembership } from "@/tests/support/belonging";
import { mondayMorning as at, tuesday } from "@/tests/support/factories";
import { askFor, aWorkshop, bookedAt, bookThere, heldBy } from "@/tests/support/habilitations";
import { anOrganisation } from "@/tests/support/organisations";
import { aSeriesWish, datesOf, refusedOf } from "@/tests/support/series";

/** Tuesday at half past eight in France, when the bookings below begin. */
const begins = new Date("2026-06-16T06:30:00Z");
const aMinuteLater = new Date(begins.getTime() + 60_000);

const needed = { ok: false, refusal: "habilitation_needed" };

test("without it, what asks for it is refused with its name, and nothing that asks for it is proposed", async () => {
  const workshop = await aWorkshop();
  const { habilitation, laser, desk } = workshop;
  const refused = await bookThere(await aMember(), workshop, laser);
  expect(refused).toMatchObject({
    ...needed,
    data: { habilitation: { id: habilitation.id, name: habilitation.name } },
  });
  const { alternatives = [] } = (refused as { data?: { alternatives?: unknown[] } }).data ?? {};
  expect(alternatives).toEqual(
    expect.arrayContaining([expect.objectContaining({ slug: workshop.space.slug })]),
  );
  expect(JSON.stringify(alternatives)).not.toContain(laser);
  expect(await bookThere(await aMember(), workshop, desk)).toMatchObject({ ok: true });
});

test("with it, the same booking is made: it is what was in the way", async () => {
  const workshop = await aWorkshop();
  const member = await aMember();
  await heldBy(member.personId, workshop.habilitation.id);
  expect(await bookThere(member, workshop, workshop.laser)).toMatchObject({ ok: true });
});

test("it must hold when the booking begins, not when it is made", async () => {
  const workshop = await aWorkshop();
  const [early, late, gone] = [await aMember(), await aMember(), await aMember()];
  await heldBy(early.personId, workshop.habilitation.id, begins);
  expect(await bookThere(early, workshop, workshop.laser)).toMatchObject(needed);
  await db.habilitationGrant.create({
    data: {
      ...{ habilitationId: workshop.habilitation.id, personId: gone.personId },
      ...{ grantedAt: at, revokedAt: at },
    },
  });
  expect(await bookThere(gone, workshop, workshop.laser)).toMatchObject(needed);
  await heldBy(late.personId, workshop.habilitation.id, aMinuteLater);
  expect(await bookThere(late, workshop, workshop.laser)).toMatchObject({ ok: true });
});

test("whoever leaves the place open is never seated at one they may not use", async () => {
  const workshop = await aWorkshop();
  const chosen = [];
  for (let count = 0; count < 2; count += 1) {
    const booked = await bookThere(await aMember(), workshop);
    chosen.push(booked.ok ? booked.value.resource.id : booked.refusal);
  }
  expect(chosen).toEqual([workshop.desk, workshop.other]);
  expect(await bookThere(await aMember(), workshop)).toMatchObject({ ok: false });
  const holder = await aMember();
  await heldBy(holder.personId, workshop.habilitation.id);
  expect(await bookThere(holder, workshop)).toMatchObject({
    value: { resource: { id: workshop.laser } },
  });
});

test("the same form sent again answers with its booking, even once the habilitation has ended", async () => {
  const workshop = await aWorkshop();
  const member = await aMember();
  const { id: grantId } = await heldBy(member.personId, workshop.habilitation.id);
  const key = { idempotencyKey: randomUUID() };
  const id = await bookedAt(member, workshop, workshop.laser, key);
  await db.habilitationGrant.update({ where: { id: grantId }, data: { revokedAt: at } });
  expect(await bookThere(member, workshop, workshop.laser, key)).toMatchObject({ value: { id } });
  expect(await bookThere(member, workshop, workshop.laser)).not.toMatchObject({ ok: true });
});

test("moving to what asks for it is refused to its member and to a host, who gives it first", async () => {
  const workshop = await aWorkshop();
  const member = await aMember();
  const bookingId = await bookedAt(member, workshop, workshop.desk);
  const wish = { bookingId, resourceId: workshop.laser };
  expect(await moveBooking(member, wish, at)).toMatchObject(needed);
  expect(await moveBooking(await hostOf(workshop.space), wish, at)).toMatchObject(needed);
  await heldBy(member.personId, workshop.habilitation.id);
  expect(await moveBooking(member, wish, at)).toMatchObject({ ok: true });
});

test("moving later, beyond the end of one’s habilitation, is refused", async () => {
  const workshop = await aWorkshop();
  const member = await aMember();
  await heldBy(member.personId, workshop.habilitation.id, aMinuteLater);
  const bookingId = await bookedAt(member, workshop, workshop.laser);
  const wish = { bookingId, day: addDays(tuesday, 1), part: "day" as const };
  expect(await moveBooking(member, wish, at)).toMatchObject(needed);
});

test("a host books it for a member who holds it, and for a guest they accompany, not for another member", async () => {
  const workshop = await aWorkshop();
  const { space, laser } = workshop;
  const [member, host] = [await aMember(), await hostOf(space)];
  await aMembership(space, member.personId);
  const wish = { slug: space.slug, day: tuesday, part: "day" as const, resourceId: laser };
  const forMember = { ...wish, personId: member.personId };
  expect(await bookFor(host, forMember, at)).toMatchObject(needed);
  await heldBy(member.personId, workshop.habilitation.id);
  const made = await bookFor(host, forMember, at);
  expect(made).toMatchObject({ ok: true });
  await cancelBooking(host, { bookingId: made.ok ? made.value.id : "" }, at);
  expect(await bookFor(host, { ...wish, guestName: "Paul Roques" }, at)).toMatchObject({
    ok: true,
  });
});

test("a delegate meets what the one they book for holds", async () => {
  const { space, habilitation } = await aWorkshop();
  for (const desk of space.desks) await askFor(desk, habilitation.id);
  const [delegate, member] = [await aMember(), await aMember()];
  await heldBy(delegate.personId, habilitation.id);
  const { id } = await anOrganisation({ delegates: [delegate], beneficiaries: [member] });
  const wish = {
    ...{ organisationId: id, personId: member.personId, slug: space.slug },
    ...{ day: tuesday, part: "day" as const, idempotencyKey: randomUUID() },
  };
  expect(await bookDelegated(delegate, wish, at)).toMatchObject(needed);
});

test("of a series, the dates after the end of one’s habilitation are refused, before and when it is made", async () => {
  const workshop = await aWorkshop();
  const member = await aMember();
  const end = new Date("2026-06-24T00:00:00Z");
  await heldBy(member.personId, workshop.habilitation.id, end);
  const wish = aSeriesWish(workshop.space, { resourceId: workshop.laser });
  const preview = await previewSeries(member, wish, at);
  const foreseen = preview.ok ? preview.value.dates.map(({ refusal }) => refusal) : [];
  expect(foreseen).toEqual([null, null, "habilitation_needed", "habilitation_needed"]);
  const series = await bookSeries(member, wish, at);
  const id = series.ok ? series.value.id : "";
  expect(await datesOf(id)).toEqual(["2026-06-16 confirmed", "2026-06-23 confirmed"]);
  expect(await refusedOf(id)).toEqual([
    "2026-06-30 habilitation_needed",
    "2026-07-07 habilitation_needed",
  ]);
});

test("a series does not follow its member to what they may not use", async () => {
  const workshop = await aWorkshop();
  const member = await aMember();
  const series = await bookSeries(
    member,
    aSeriesWish(workshop.space, { resourceId: workshop.desk }),
    at,
  );
  const edit = { seriesId: series.ok ? series.value.id : "", from: tuesday };
  const terms = { resourceId: workshop.laser, moment: { part: "day" as const } };
  const edited = await editSeries(member, { ...edit, ...terms }, at);
  expect(edited).toMatchObject({
    refusal: "nothing_moved",
    data: {
      stayed: expect.arrayContaining([expect.objectContaining({ reason: "habilitation_needed" })]),
    },
  });
});

test("somebody without an account is the host’s to accompany; nothing is read while nothing asks", async () => {
  const { space, laser } = await aWorkshop();
  const resources = space.desks.map(({ id }) => ({
    id,
    habilitationId: id === laser ? randomUUID() : null,
  }));
  const guest = { personId: null, startsAt: begins };
  const member = { personId: randomUUID(), startsAt: begins };
  expect(await allowedFor(db, resources, guest)).toHaveLength(3);
  expect(await barredFor(db, resources, member)).toEqual([laser]);
  expect(await whyNotAllowed(db, resources, member)).toBeNull();
  expect(await whyNotAllowed(db, [], member)).toBeNull();
  const one = resources.filter(({ id }) => id === laser);
  expect(await whyNotAllowed(db, one, member)).toMatchObject({
    ...needed,
    data: { habilitation: null },
  });
});

test("what one holds is proposed like anything else", async () => {
  const workshop = await aWorkshop();
  const { space, laser, desk, other } = workshop;
  const member = await aMember();
  for (const resourceId of [desk, other]) await bookedAt(await aMember(), workshop, resourceId);
  const wish = {
    ...{ slug: space.slug, resourceId: desk, personId: member.personId },
    wanted: { day: tuesday, part: "day" as const },
  };
  expect(JSON.stringify(await listAlternatives(wish, at))).not.toContain(laser);
  await heldBy(member.personId, workshop.habilitation.id);
  expect(JSON.stringify(await listAlternatives(wish, at))).toContain(laser);
});
