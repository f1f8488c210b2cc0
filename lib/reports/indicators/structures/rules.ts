import { type OrganisationKind, organisationKinds } from "@/lib/members/organisations/schema";
import { begunIn, byPlace, dayBegun, keptBookings, notCollected } from "../counted/rules";
import type {
  ByPlace,
  Counting,
  NotCollected,
  ReportBooking,
  ReportOrganisation,
  ReportRows,
  ReportSpace,
} from "../schema";

export type Structures = {
  hosted: Record<OrganisationKind, number>;
  domiciled: NotCollected;
  created: NotCollected;
  jobs: NotCollected;
};

/** 22. Organisations for which, or by somebody of which, one booking at least of the period was not cancelled. */
export function structures(rows: ReportRows, { range, at }: Counting): ByPlace<Structures> {
  const kept = keptBookings(rows, at);
  return byPlace(rows.spaces, (spaces) => {
    const byId = new Map(spaces.map((space) => [space.id, space]));
    const bookings = begunIn(spaces, kept, range);
    const hosted = rows.organisations.filter((organisation) =>
      bookings.some((booking) => isOf(organisation, booking, byId.get(booking.spaceId))),
    );
    const countOf = (kind: OrganisationKind) => hosted.filter((each) => each.kind === kind).length;
    return {
      hosted: Object.fromEntries(organisationKinds.map((kind) => [kind, countOf(kind)])) as Record<
        OrganisationKind,
        number
      >,
      domiciled: notCollected("no_declarations"),
      created: notCollected("no_declarations"),
      jobs: notCollected("no_declarations"),
    };
  });
}

/** Made for it, or of somebody who was of it on the day it begins. */
function isOf(
  { id, people }: ReportOrganisation,
  booking: ReportBooking,
  space: ReportSpace | undefined,
): boolean {
  if (!space) return false;
  if (booking.organisationId === id) return true;
  const day = dayBegun(space, booking);
  return people.some(
    ({ personId, from, until }) =>
      personId === booking.personId && from <= day && (until === null || day < until),
  );
}
