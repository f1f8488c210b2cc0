import { z } from "zod";

export const emailInput = z
  .string()
  .trim()
  .toLowerCase()
  .max(254)
  .pipe(z.email({ message: "invalidEmail" }));

/** Where to go once signed in: a path of ours, never another site. Browsers drop tabs: `/<tab>/` is `//`. */
export const nextPathInput = z
  .string()
  .max(2_000)
  .regex(/^\/(?![/\\])[^\p{Cc}]*$/u)
  .optional()
  .catch(undefined);

export const requestCodeInput = z.strictObject({ email: emailInput, suite: nextPathInput });

export const signInCodeInput = z.strictObject({
  code: z
    .string()
    .max(40)
    .transform((text) => text.replace(/\s/g, "")),
  suite: nextPathInput,
});

export const signInLinkInput = z.strictObject({
  jeton: z.string().max(200),
  suite: nextPathInput,
});

export const demoAccountInput = z.strictObject({
  compte: z.enum(["membre@demo.test", "hote@demo.test", "agent@demo.test", "admin@demo.test"]),
  suite: nextPathInput,
});

export const grantRoleInput = z.object({
  personId: z.uuid(),
  role: z.enum(["host", "staff", "admin"]),
  spaceId: z.uuid().nullable(),
});
export type GrantRoleInput = z.infer<typeof grantRoleInput>;

/** One refusal for every wrong code: which reason it was helps only an attacker. */
export type SignInRefusal = "code_refused";
export type CodeRequestRefusal = "too_many_requests";
