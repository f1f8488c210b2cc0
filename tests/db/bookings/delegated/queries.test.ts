import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { bookDelegated } from "@/lib/bookings/delegated/commands";
import { listDelegatedBookings } from "@/lib/bookings/delegated/queries";
import { NotFound } from "@/lib/core/errors";
import { aMember } from "@/tests/support/actors";
import { aBooking, aSpace, mondayMorning as at, tuesday } from "@/tests/support/factories";
import { anOrganisation } from "@/tests/support/organisations";

test("a delegate sees what they booked for the organisation, and no other booking of its people", async () => {
  const space = await aSpace();
  const [delegate, colleague, member] = [await aMember(), await aMember(), await aMember()];
  const people = { delegates: [delegate, colleague], beneficiaries: [member] };
  const { id: organisationId } = await anOrganisation(people);
  const { personId } = member;
  const slot = { slug: space.slug, day: tuesday, part: "morning" as const };
  const wish = { organisationId, personId, ...slot, idempotencyKey: randomUUID() };
  const booked = await bookDelegated(delegate, wish, at);
  const times = { startsAt: "2026-06-16T11:30:00Z", endsAt: "2026-06-16T16:30:00Z" };
  await aBooking({ space, personId, day: tuesday, part: "afternoon", desk: 1, ...times });
  expect(await listDelegatedBookings(delegate, organisationId)).toMatchObject([
    { id: booked.ok ? booked.value.id : "", day: tuesday, part: "morning", state: "confirmed" },
  ]);
  expect(await listDelegatedBookings(colleague, organisationId)).toEqual([]);
  await expect(listDelegatedBookings(member, organisationId)).rejects.toThrow(NotFound);
});
