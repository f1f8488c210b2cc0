import { z } from "zod";
import { bookingPartInput, type bookingRefusals, dayInput, spaceSlugInput } from "../schema";

/** A part of a day at any free seat of a space, for somebody who agreed. */
export const bookDelegatedInput = z.strictObject({
  organisationId: z.uuid(),
  personId: z.uuid(),
  slug: spaceSlugInput,
  day: dayInput,
  part: bookingPartInput,
  idempotencyKey: z.uuid(),
});
export type BookDelegatedInput = z.infer<typeof bookDelegatedInput>;

export type DelegatedRefusal = (typeof bookingRefusals)[number];
