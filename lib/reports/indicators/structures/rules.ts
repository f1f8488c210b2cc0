import type { Day } from "@/lib/core/day";
import { type OrganisationKind, organisationKinds } from "@/lib/members/organisations/schema";
import { begunOn, byPlace, keptBookings, notCollected } from "../counted/rules";
import type { ByPlace, Counting, NotCollected, ReportOrganisation, ReportRows } from "../schema";

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
    const begun = begunOn(spaces, kept, range);
    const madeFor = new Set(begun.map(({ booking }) => booking.organisationId));
    const byPerson = Map.groupBy(begun, ({ booking }) => booking.personId);
    const hosted = rows.organisations.filter(
      ({ id, people }) =>
        madeFor.has(id) || people.some((of) => isOfOneOf(of, byPerson.get(of.personId) ?? [])),
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

/** Somebody was of it on the day that one of these bookings of theirs begins. */
function isOfOneOf(
  { from, until }: ReportOrganisation["people"][number],
  begun: readonly { day: Day }[],
): boolean {
  return begun.some(({ day }) => from <= day && (until === null || day < until));
}
