import { z } from "zod";
import { severalLines } from "@/lib/core/plain-text";

export const membershipStates = ["requested", "active", "declined", "ended"] as const;
export type MembershipState = (typeof membershipStates)[number];

/** What is done to a membership; who may is in the commands, which leads where in the rules. */
export type MembershipVerb =
  | "request"
  | "withdraw"
  | "leave"
  | "accept"
  | "decline"
  | "end"
  | "undo";

/** The address of a space. */
export const slugInput = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .max(80);

export const spaceInput = z.strictObject({ slug: slugInput });
export type SpaceInput = z.infer<typeof spaceInput>;

export const requestMembershipInput = z.strictObject({
  slug: slugInput,
  /** Words to the hosts. */
  message: z.string().max(500).transform(severalLines).optional(),
});
export type RequestMembershipInput = z.infer<typeof requestMembershipInput>;

export const membershipPersonInput = z.strictObject({ slug: slugInput, personId: z.uuid() });
export type MembershipPersonInput = z.infer<typeof membershipPersonInput>;

/** Why a membership stays as it is; each has its sentence in components/memberships/refusals.ts. */
export const membershipRefusals = ["declined_recently", "not_possible_now"] as const;
export type MembershipRefusal = (typeof membershipRefusals)[number];
