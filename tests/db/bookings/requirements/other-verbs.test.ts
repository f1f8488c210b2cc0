import { expect, test } from "vitest";
import { cancelBooking } from "@/lib/bookings/commands";
import { confirmRequest } from "@/lib/bookings/requests/commands";
import { acceptSwap, proposeSwap } from "@/lib/bookings/swaps/commands";
import { swapCodeOf } from "@/lib/bookings/swaps/rules";
import { joinWaitingList } from "@/lib/bookings/waiting-list/commands";
import { addDays } from "@/lib/core/day";
import { db } from "@/lib/infra/db";
import { aMember, hostOf } from "@/tests/support/actors";
import { mondayMorning as at, tuesday } from "@/tests/support/factories";
import { aWorkshop, bookedAt, heldBy } from "@/tests/support/habilitations";
import { entryOf } from "@/tests/support/waiting-list";

const needed = { ok: false, refusal: "habilitation_needed" };

test("nobody waits for what they may not use, and a freed place goes past whoever lost it", async () => {
  const workshop = await aWorkshop();
  const { space, laser, habilitation } = workshop;
  const [holder, first, second] = [await aMember(), await aMember(), await aMember()];
  await heldBy(holder.personId, habilitation.id);
  const bookingId = await bookedAt(holder, workshop, laser);
  const wish = {
    ...{ slug: space.slug, day: tuesday, part: "day" as const },
    ...{ quantity: 1, resourceId: laser },
  };
  expect(await joinWaitingList(first, wish, at)).toMatchObject(needed);
  const grant = await heldBy(first.personId, habilitation.id);
  await heldBy(second.personId, habilitation.id);
  const lines = [await joinWaitingList(first, wish, at), await joinWaitingList(second, wish, at)];
  const ids = lines.map((line) => (line.ok ? line.value.id : line.refusal));
  await db.habilitationGrant.update({ where: { id: grant.id }, data: { revokedAt: at } });
  await cancelBooking(holder, { bookingId }, at);
  expect((await entryOf(ids[0] ?? "")).state).toBe("waiting");
  expect((await entryOf(ids[1] ?? "")).state).toBe("offered");
});

test("an exchange gives nobody what they may not use: said to whoever lacks it, hidden from the other", async () => {
  const workshop = await aWorkshop();
  const { laser, desk, habilitation } = workshop;
  const [holder, other] = [await aMember(), await aMember()];
  const grant = await heldBy(holder.personId, habilitation.id);
  const gives = await bookedAt(holder, workshop, laser);
  const next = addDays(tuesday, 1);
  const gets = await bookedAt(other, workshop, desk, { day: next });
  const toLaser = { bookingId: gets, code: swapCodeOf(gives) };
  expect(await proposeSwap(other, toLaser, at)).toMatchObject(needed);
  const fromLaser = { bookingId: gives, code: swapCodeOf(gets) };
  const proposed = await proposeSwap(holder, fromLaser, at);
  const swapId = proposed.ok ? proposed.value.id : "";
  expect(await acceptSwap(other, { swapId }, at)).toMatchObject(needed);
  await heldBy(other.personId, habilitation.id);
  const back = await proposeSwap(other, toLaser, at);
  await db.habilitationGrant.updateMany({
    where: { personId: other.personId },
    data: { revokedAt: at },
  });
  const backId = back.ok ? back.value.id : "";
  expect(await acceptSwap(holder, { swapId: backId }, at)).toMatchObject({
    refusal: "not_swappable",
  });
  expect(grant.revokedAt).toBeNull();
});

test("a request is agreed to only while its member holds what it asks for", async () => {
  const workshop = await aWorkshop();
  const { laser, space, habilitation } = workshop;
  await db.resource.updateMany({ where: { id: laser }, data: { needsApproval: true } });
  const member = await aMember();
  const grant = await heldBy(member.personId, habilitation.id);
  const bookingId = await bookedAt(member, workshop, laser);
  await db.habilitationGrant.update({ where: { id: grant.id }, data: { revokedAt: at } });
  expect(await confirmRequest(await hostOf(space), { bookingId }, at)).toMatchObject(needed);
});
