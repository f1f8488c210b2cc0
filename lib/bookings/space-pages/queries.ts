import { now } from "@/lib/infra/clock";
import type { Space } from "@/lib/spaces/queries";
import { availabilityWriter, mostDays, readAvailability } from "../availability/queries";
import type { DayFrame } from "../availability/rules";
import type { PublicPage } from "./rules";

/** All that a public page is made of: another object as soon as the space or what is taken there changes. */
export type PageBasis = { space: Space; frames: DayFrame[] };

const basisWriter = availabilityWriter<PageBasis>(({ space, frames }) => ({ space, frames }));

/**
 * What the page rests on at that instant, in one statement; public. The very same object as before
 * exactly while the space and its busy times over the days shown are the same. Null for more days than
 * a reading takes; NotFound for an unknown space.
 */
export async function readPageBasis(page: PublicPage, at: Date = now()): Promise<PageBasis | null> {
  if (page.range.days > mostDays) return null;
  return readAvailability(page.slug, page.range, basisWriter, at);
}
