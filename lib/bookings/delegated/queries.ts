import type { PersonActor } from "@/lib/core/actor";
import { type Day, dayFromColumn } from "@/lib/core/day";
import { db } from "@/lib/infra/db";
import { getDelegation } from "@/lib/members/organisations/queries";

export type DelegatedBooking = {
  id: string;
  day: Day;
  part: "morning" | "afternoon" | "day" | "hours";
  state: string;
  personName: string;
  spaceName: string;
};

/** What the actor booked for an organisation, the latest days first; nobody else's bookings, NotFound once the delegation is over. */
export async function listDelegatedBookings(
  actor: PersonActor,
  organisationId: string,
): Promise<DelegatedBooking[]> {
  const { beneficiaries } = await getDelegation(actor, organisationId);
  const rows = await db.booking.findMany({
    where: {
      ...{ organisationId, createdBy: actor.personId },
      // Whoever left, or blocked the delegate, is not told of any more.
      personId: { in: beneficiaries.map(({ personId }) => personId) },
    },
    select: {
      ...{ id: true, day: true, part: true, state: true, personId: true },
      resource: { select: { space: { select: { name: true } } } },
    },
    orderBy: [{ startsAt: "desc" }, { id: "desc" }],
    take: 50,
  });
  const nameOf = (id: string | null) =>
    beneficiaries.find(({ personId }) => personId === id)?.name ?? "";
  return rows.map(({ day, personId, resource, ...row }) => ({
    ...row,
    day: dayFromColumn(day),
    personName: nameOf(personId),
    spaceName: resource.space.name,
  }));
}
