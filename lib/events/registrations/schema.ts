import { z } from "zod";
import { shownChoices } from "@/lib/bookings/company/schema";
import { oneLine } from "@/lib/core/plain-text";
import { personName } from "@/lib/members/profiles/schema";

export type RegistrationState = "confirmed" | "waiting" | "offered" | "cancelled" | "lapsed";

/** Why one cannot register now, by the window of the event (lib/events/windows/rules.ts). */
export const windowRefusals = [
  "not_needed",
  "not_yet",
  "closed",
  "begun",
  "over",
  "cancelled",
] as const;
export type WindowRefusal = (typeof windowRefusals)[number];

/** Why there is no seat: `left` says how many there are. */
export const seatRefusals = ["full", "too_many", "line_full"] as const;
export type SeatRefusal = (typeof seatRefusals)[number];
export type SeatsLeft = { left: number };

export type RegisterRefusal =
  | WindowRefusal
  | SeatRefusal
  /** Said to whoever is signed in, of themselves; to anybody else it is answered as a new one. */
  | "already_registered"
  | "incomplete"
  | "too_often"
  | "trap";

/** What is wrong at a field of the form. */
export type Problem =
  | { field: string; problem: "required" | "invalidValue" | "tooLong" }
  | { field: string; problem: "atMost"; most: number };
export type Incomplete = { problems: Problem[] };

const nameField = /^name-(\d{1,2})$/;
const answerField = /^q-([a-z0-9]{1,12})$/;

/** Fields of a form that depend on the event: names by position, answers by question. */
function dynamicFields(fields: Record<string, unknown>) {
  const names: Record<number, string> = {};
  const answers: Record<string, string> = {};
  for (const [key, value] of Object.entries(fields)) {
    if (typeof value !== "string") continue;
    const [position, question] = [nameField.exec(key)?.[1], answerField.exec(key)?.[1]];
    const name = position ? personName.safeParse(value).data : undefined;
    if (name) names[Number(position) - 1] = name;
    if (question) answers[question] = oneLine(value);
  }
  return { names, answers };
}

/** Names that are none are told at their field. */
function checkNames(fields: Record<string, unknown>, context: z.RefinementCtx): void {
  for (const [key, value] of Object.entries(fields)) {
    if (!nameField.test(key)) continue;
    const read = personName.safeParse(value);
    if (!read.success) {
      const message = read.error.issues[0]?.message ?? "invalidValue";
      context.addIssue({ code: "custom", path: [key], message });
    }
  }
}

/** The last part of the address of an event. */
export const eventSlugInput = z.string().min(1).max(160);
export const quantityInput = z.coerce.number().int({ message: "wholeNumber" }).min(1).max(20);
const mailAddress = z.email({ message: "invalidEmail" }).max(254);
const someText = z.string().max(2_000);

/** What the form sends; a visitor says who they are, whoever is signed in need not. */
export const registerInput = z
  .object({
    event: eventSlugInput,
    name: personName.optional(),
    email: mailAddress.optional(),
    quantity: quantityInput,
    key: z.uuid(),
    wait: z.literal("1").optional(),
    website: z.string().max(200).optional(),
    /** Whether members see that they come; as their profile says without an answer. */
    shown: z.enum(shownChoices).optional(),
  })
  .catchall(someText)
  .superRefine(checkNames)
  .transform(({ event, name, email, quantity, key, wait, website, shown, ...rest }) => ({
    ...{ event, name, email, quantity, key, shown },
    mayWait: wait === "1",
    website,
    ...dynamicFields(rest),
  }));
export type RegisterInput = z.output<typeof registerInput>;

/** What a registration is opened by: the link of its mails (lib/events/registrations/links). */
const token = z.string().min(10).max(400);
export const linkInput = z.object({ token });

export type EditRefusal =
  | WindowRefusal
  | SeatRefusal
  | "incomplete"
  | "already_registered"
  | "offer_over"
  | "removed"
  | "not_live";

export const changeInput = z
  .object({ token, quantity: quantityInput })
  .catchall(someText)
  .superRefine(checkNames)
  .transform(({ token: link, quantity, ...rest }) => ({
    token: link,
    quantity,
    names: dynamicFields(rest).names,
  }));
export type ChangeInput = z.output<typeof changeInput>;

export const cancelOneInput = z.object({
  token,
  position: z.coerce.number().int().min(0).max(19),
});

export const reopenInput = z
  .object({ token, wait: z.literal("1").optional() })
  .transform(({ token: link, wait }) => ({ token: link, mayWait: wait === "1" }));

/** A host writes down somebody who asked in person or by telephone. */
export const hostedInput = z
  .object({
    space: z.string().min(1).max(160),
    event: eventSlugInput,
    name: personName,
    email: mailAddress.optional(),
    quantity: quantityInput,
    key: z.uuid(),
    wait: z.literal("1").optional(),
  })
  .catchall(someText)
  .superRefine(checkNames)
  .transform(({ space, event, name, email, quantity, key, wait, ...rest }) => ({
    ...{ space, event, name, email, quantity, key },
    mayWait: wait === "1",
    ...dynamicFields(rest),
  }));
export type HostedInput = z.output<typeof hostedInput>;
export type HostedRefusal =
  | WindowRefusal
  | SeatRefusal
  | "already_registered"
  | "incomplete"
  | "not_live"
  | "not_removed";

const hostedRegistration = {
  space: z.string().min(1).max(160),
  event: eventSlugInput,
  registrationId: z.uuid(),
};

/** A host says how many people a registration is of; why is told to the person. */
export const resizeInput = z.object({
  ...hostedRegistration,
  quantity: quantityInput,
  reason: z.string().max(1_200).transform(oneLine).pipe(z.string().max(300)).optional(),
});
export type ResizeInput = z.output<typeof resizeInput>;

/** A host takes back having taken somebody off. */
export const restoreInput = z
  .object({ ...hostedRegistration, wait: z.literal("1").optional() })
  .transform(({ wait, ...rest }) => ({ ...rest, mayWait: wait === "1" }));
export type RestoreInput = z.output<typeof restoreInput>;

export const removeInput = z.object({
  ...hostedRegistration,
  reason: z.string().max(1_200).transform(oneLine).pipe(z.string().min(1).max(300)),
});
export type RemoveInput = z.output<typeof removeInput>;
