import { z } from "zod";
import { bookHoursInput, bookingRefusals, bookResourceInput } from "../schema";

/** Goes with a person named by their address, see lib/bookings/look-ups. */
export const proofField = { proof: z.string().max(400).optional() };

/** For a member of the network, or for somebody known by a name. */
export const forWhom = {
  personId: z.uuid().optional(),
  ...proofField,
  guestName: z.string().trim().min(1).max(80).optional(),
  note: z.string().trim().max(500).optional(),
};

type ForWhom = { personId?: string | undefined; guestName?: string | undefined };

/** One or the other, as a refinement. */
export const forOneOf: [(input: ForWhom) => boolean, { path: string[]; message: string }] = [
  ({ personId, guestName }: ForWhom) => (personId === undefined) !== (guestName === undefined),
  { path: ["guestName"], message: "required" },
];

/** Nobody says for another whether they are seen. */
export const bookForInput = z.union([
  bookResourceInput
    .omit({ name: true, shown: true })
    .extend(forWhom)
    .refine(...forOneOf),
  bookHoursInput
    .omit({ shown: true })
    .extend(forWhom)
    .refine(...forOneOf),
]);
export type BookForInput = z.infer<typeof bookForInput>;

const bookForRefusals = [...bookingRefusals, "unknown_person"] as const;
export type BookForRefusal = (typeof bookForRefusals)[number];
