import type { ResourceTerms } from "../moments/rules";
import type { BookableSpace } from "../rules";

/** How far ahead a host may book: two years, so that a slip of the year is still caught. */
const hostHorizonDays = 730;

/**
 * The space under the terms of its hosts. Notice and horizon protect the host from members' surprises,
 * so they do not bind the host; hours, closures, length and the past bind everybody.
 */
export function hostTermsOf<Resource extends ResourceTerms, Known extends BookableSpace<Resource>>(
  space: Known & BookableSpace<Resource>,
) {
  return {
    ...space,
    bookingHorizonDays: hostHorizonDays,
    resources: space.resources.map((resource) => ({
      ...resource,
      noticeMinutes: 0,
      horizonDays: hostHorizonDays,
    })),
  };
}
