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

const saidName = z
  .string()
  .trim()
  .min(1)
  .max(80)
  .refine((text) => text.isWellFormed() && !text.includes("\0"))
  .optional()
  .catch(undefined);

/**
 * What a sign-in provider says of somebody (OpenID Connect Core §5.1, and ProConnect's usual_name).
 * Only `sub` is needed; what cannot be read of the rest is as if unsaid.
 */
export const providerClaims = z.object({
  sub: z.string().min(1).max(255),
  email: emailInput.optional().catch(undefined),
  email_verified: z
    .unknown()
    .transform((said) => said === true || said === "true")
    .default(false),
  name: saidName,
  given_name: saidName,
  family_name: saidName,
  usual_name: saidName,
});
export type ProviderClaims = z.infer<typeof providerClaims>;

/** One refusal for every wrong code: which reason it was helps only an attacker. */
export type SignInRefusal = "code_refused";
export type CodeRequestRefusal = "too_many_requests";
