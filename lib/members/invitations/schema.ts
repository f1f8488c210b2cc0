import { z } from "zod";
import { emailInput } from "@/lib/identity/schema";
import { slugInput } from "../memberships/schema";

export const inviteInput = z.strictObject({
  slug: slugInput,
  /** Left out: the host gives the code by hand. */
  email: emailInput.optional(),
});
export type InviteInput = z.infer<typeof inviteInput>;

export const invitationInput = z.strictObject({ slug: slugInput, invitationId: z.uuid() });
export type InvitationInput = z.infer<typeof invitationInput>;

/** Open invitations of a space at once, and mails of a host in an hour: enough, and no mailing list. */
export const invitationRefusals = ["too_many_invitations", "used_already"] as const;
export type InvitationRefusal = (typeof invitationRefusals)[number];
