import { z } from "zod";
import { oneLine } from "@/lib/core/plain-text";
import { slugInput } from "../memberships/schema";

export const welcomeStepKinds = ["house_rules", "induction", "emergency_contact", "other"] as const;
export type WelcomeStepKind = (typeof welcomeStepKinds)[number];

const titleInput = z.string().max(120).transform(oneLine);

export const addStepInput = z
  .strictObject({
    slug: slugInput,
    kind: z.enum(welcomeStepKinds),
    /** What it is called here; only `other` needs it, the rest have a name of their own. */
    title: titleInput.optional(),
  })
  .refine(({ kind, title }) => kind !== "other" || Boolean(title), {
    path: ["title"],
    message: "required",
  });
export type AddStepInput = z.infer<typeof addStepInput>;

export const changeStepInput = z.strictObject({
  slug: slugInput,
  stepId: z.uuid(),
  title: titleInput.optional(),
  /** Where it stands among the others, 1 = first. */
  rank: z.coerce.number("wholeNumber").int("wholeNumber").min(1).max(50),
});
export type ChangeStepInput = z.infer<typeof changeStepInput>;

export const stepInput = z.strictObject({ slug: slugInput, stepId: z.uuid() });
export type StepInput = z.infer<typeof stepInput>;

/** Ticks a step of somebody, or takes the tick off. */
export const markStepInput = z.strictObject({
  slug: slugInput,
  personId: z.uuid(),
  stepId: z.uuid(),
  isDone: z.enum(["0", "1"]).transform((text) => text === "1"),
});
export type MarkStepInput = z.infer<typeof markStepInput>;

/** Why the welcome stays as it is; each has its sentence in components/welcome/refusals.ts. */
export const welcomeRefusals = ["too_many_steps", "already_there", "title_needed"] as const;
export type WelcomeRefusal = (typeof welcomeRefusals)[number];
