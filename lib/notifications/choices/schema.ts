import { z } from "zod";
import { parseClock } from "@/lib/core/day";
import type { NotificationKind } from "../schema";

/** What a person is told of, by what it is about; each chooses its mail, and whether it is pushed. */
export const categories = [
  "reminders",
  "messages",
  "mutual_help",
  "community",
  "waiting_list",
  "exchanges",
  "hosting",
] as const;
export type Category = (typeof categories)[number];

export const frequencies = ["now", "daily", "weekly", "never"] as const;
/** When the mail of a category is sent: at once, with the others of the day or of the week, not at all. */
export type Frequency = (typeof frequencies)[number];

const atOnceOnly = ["now", "never"] as const satisfies Frequency[];

/** What may be chosen: where there is a deadline, a digest would come after it. */
export const frequenciesOf: Record<Category, readonly Frequency[]> = {
  reminders: atOnceOnly,
  messages: frequencies,
  mutual_help: frequencies,
  community: frequencies,
  waiting_list: atOnceOnly,
  exchanges: atOnceOnly,
  hosting: frequencies,
};

/** `essential` is what happens to one's own bookings, ads, rights and sign-in: nobody can do without. */
export type KindFacts = {
  category: Category | "essential";
  /** In quiet hours: it passes, it passes when it is about the next 24 hours, or it waits for their end. */
  quiet: "passes" | "unless_soon" | "waits";
};

/** The answer to what the person has just done themselves: they are awake. */
const answer = { category: "essential", quiet: "passes" } as const;
/** What others did to one's booking. */
const change = { category: "essential", quiet: "unless_soon" } as const;
const waits = (category: Category) => ({ category, quiet: "waits" }) as const;
const soon = (category: Category) => ({ category, quiet: "unless_soon" }) as const;

/** Every kind of mail with what decides how it is told; a kind without a line does not compile. */
export const kindFacts: Record<NotificationKind, KindFacts> = {
  "sign-in-code": answer,
  "survey-contact": answer,
  // Of people without an account, who asked for it: what they chose is a link in the mail.
  "survey-results": answer,
  "survey-opening": answer,
  "booking-confirmed": answer,
  "booking-requested": answer,
  "series-confirmed": answer,
  "series-changed": answer,
  "series-cancelled": answer,
  "absence-noted": answer,
  "series-reached": change,
  "booking-cancelled": change,
  "booking-closed": change,
  "booking-refused": change,
  "booking-moved": change,
  "booking-kept": change,
  "booking-restored": change,
  "booking-no-show": change,
  "booking-lapsed": change,
  "swap-done": change,
  "swap-proposed": soon("exchanges"),
  "swap-declined": soon("exchanges"),
  "booking-offered": soon("waiting_list"),
  "request-received": waits("hosting"),
  "booking-reminder": soon("reminders"),
  "co-presence": waits("mutual_help"),
  "thanks-received": waits("community"),
  "message-received": waits("messages"),
  "report-handled": waits("mutual_help"),
  "ad-hidden": change,
  "ad-restored": change,
  "content-moderated": change,
  "role-changed": change,
  "membership-requested": waits("hosting"),
  "membership-accepted": change,
  "membership-declined": change,
  "membership-ended": change,
  // Somebody handed it over, or asked to be let book: they may be waiting for it.
  invitation: answer,
  "organisation-invited": waits("community"),
  "account-inactive": change,
  "habilitation-given": change,
  "habilitation-taken-back": change,
  "habilitation-ending": waits("reminders"),
  "event-proposed": waits("hosting"),
  // What staff answer for: it may wait for the morning, nobody refuses it.
  "survey-burst": change,
  // They asked for it and may be waiting.
  "report-ready": answer,
  "event-decided": change,
  // They are shown nowhere before they answer: it may wait for the morning, nobody refuses it.
  "event-speaker-asked": change,
  "event-speaker-answered": waits("hosting"),
  "event-registered": answer,
  "event-waiting": answer,
  "event-offered": soon("waiting_list"),
  "event-offer-lapsed": change,
  "event-registration-cancelled": change,
  "event-changed": change,
  "event-cancelled": change,
  "event-reminder": soon("reminders"),
  "event-over": waits("community"),
};

/** Quiet hours and digests are wall time of the network; a person has no zone of their own. */
export const tellingTimeZone = "Europe/Paris";
/** The wall minute at which digests are sent, every day or on Mondays: half past seven. */
export const digestMinute = 450;

export type QuietInterval = { startMinute: number; endMinute: number };
export type Choice = { mail: Frequency; push: boolean };
/** What holds for somebody who never chose. */
export const defaultChoice: Choice = { mail: "now", push: false };

const clock = z
  .string()
  .transform((text) => parseClock(text))
  .refine((minute) => minute !== null, { message: "invalidValue" });

const anyFrequency = z.enum(frequencies);
const atOnceOrNever = z.enum(atOnceOnly);

const mailFields = {
  mail_reminders: atOnceOrNever,
  mail_messages: anyFrequency,
  mail_mutual_help: anyFrequency,
  mail_community: anyFrequency,
  mail_waiting_list: atOnceOrNever,
  mail_exchanges: atOnceOrNever,
  /** Only hosts are asked. */
  mail_hosting: anyFrequency.optional(),
} satisfies Record<`mail_${Category}`, z.ZodType>;

/** The form of one's choices: a mail a category, the categories pushed, quiet hours or none. */
export const choicesInput = z
  .strictObject({
    ...mailFields,
    push: z
      .union([z.enum(categories), z.array(z.enum(categories))])
      .optional()
      .transform((some) => [some ?? []].flat()),
    quietFrom: clock.optional(),
    quietUntil: clock.optional(),
  })
  .superRefine(({ quietFrom, quietUntil }, context) => {
    const said = (path: string, message: string) =>
      context.addIssue({ code: "custom", path: [path], message });
    if (quietFrom === undefined && quietUntil !== undefined) said("quietFrom", "required");
    if (quietFrom !== undefined && quietUntil === undefined) said("quietUntil", "required");
    if (quietFrom !== undefined && quietFrom === quietUntil) said("quietUntil", "invalidValue");
  });
export type ChoicesInput = z.infer<typeof choicesInput>;
