import { now } from "@/lib/infra/clock";
import type { Space } from "@/lib/spaces/queries";
import { availabilityWriter, readAvailability } from "../availability/queries";
import type { DaysWanted } from "../availability/rules";
import { type MonthDay, monthDaysOf } from "./rules";

export type SpaceMonth = { space: Space; days: MonthDay[] };

const monthWriter = availabilityWriter<SpaceMonth>((read) => ({
  space: read.space,
  days: monthDaysOf(read),
}));

/**
 * Seats free and taken by half-day over the local days of a month (31 at the most), in one statement
 * whatever the resources; public, no names. NotFound for an unknown space.
 */
export async function getSpaceMonth(
  slug: string,
  range: DaysWanted,
  at: Date = now(),
): Promise<SpaceMonth> {
  return readAvailability(slug, range, monthWriter, at);
}
