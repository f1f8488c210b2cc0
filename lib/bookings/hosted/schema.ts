import { z } from "zod";
import { bookHoursInput, bookingRefusals, bookResourceInput } from "../schema";

/** For a member of the network, or for somebody known by a name. */
const forWhom = {
  personId: z.uuid().optional(),
  guestName: z.string().trim().min(1).max(80).optional(),
  note: z.string().trim().max(500).optional(),
};

const isForOne = (input: { personId?: string | undefined; guestName?: string | undefined }) =>
  (input.personId === undefined) !== (input.guestName === undefined);
const oneOfThem = { path: ["guestName"], message: "required" };

export const bookForInput = z.union([
  bookResourceInput.omit({ name: true }).extend(forWhom).refine(isForOne, oneOfThem),
  bookHoursInput.extend(forWhom).refine(isForOne, oneOfThem),
]);
export type BookForInput = z.infer<typeof bookForInput>;

const bookForRefusals = [...bookingRefusals, "unknown_person"] as const;
export type BookForRefusal = (typeof bookForRefusals)[number];
