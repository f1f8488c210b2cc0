import { getAvailabilityVersion } from "@/lib/bookings/availability/queries";
import { daysBetween } from "@/lib/core/day";
import { versionRoute } from "@/lib/web/version-route";

export const GET = versionRoute("availability version", (slug, { first, last }) =>
  getAvailabilityVersion(slug, { from: first, days: daysBetween(first, last) + 1 }),
);
