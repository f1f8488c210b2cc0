import { z } from "zod";
import type { RoleName } from "@/lib/core/actor";
import { emailInput } from "../schema";

export const grantRoleInput = z.object({
  personId: z.uuid(),
  role: z.enum(["host", "staff", "admin"]),
  spaceId: z.uuid().nullable(),
});
export type GrantRoleInput = z.infer<typeof grantRoleInput>;

/** One choice in the list of the form: `staff`, `admin` or `host:<space id>`. */
const roleChoice = z
  .string()
  .max(60)
  .transform((text, context): { role: RoleName; spaceId: string | null } => {
    const spaceId = z.uuid().safeParse(/^host:(.*)$/.exec(text)?.[1]).data;
    if (spaceId) return { role: "host", spaceId };
    if (text === "staff" || text === "admin") return { role: text, spaceId: null };
    context.addIssue({ code: "custom", message: "required" });
    return z.NEVER;
  });

export const nameHolderInput = z.strictObject({ courriel: emailInput, role: roleChoice });
export type NameHolderInput = z.infer<typeof nameHolderInput>;

export const grantIdInput = z.strictObject({ grantId: z.uuid() });
export type GrantIdInput = z.infer<typeof grantIdInput>;

/** `unknown_person`: never signed in, left, or never was; which one is nobody's business. */
export type NameHolderRefusal = "unknown_person" | "already_held" | "too_many_tries";
export type WithdrawRefusal = "last_admin";
