import { announceClosure, announceNetworkClosure } from "@/lib/bookings/closures/commands";
import { type ClosureTarget, previewClosure } from "@/lib/bookings/closures/queries";
import type { HitChoice, Place } from "@/lib/bookings/hits/schema";
import { placeInput } from "@/lib/bookings/hits/schema";
import type { Actor } from "@/lib/core/actor";
import type { Day } from "@/lib/core/day";
import type { ClosureWhen } from "@/lib/spaces/closures/schema";
import { mondayMorning, tuesday } from "./factories";

type Part = "day" | "morning" | "afternoon";

/** That part of one day. */
export function onDay(part: Part, first: Day = tuesday, last: Day = first): ClosureWhen {
  return { first, last, part };
}

type Answers = { all?: HitChoice; choices?: Record<string, HitChoice> };

/** What a host sees before closing, and what they would send back having read it. */
export async function readBeforeClosing(
  actor: Actor,
  target: ClosureTarget,
  when: ClosureWhen,
  at: Date = mondayMorning,
) {
  const preview = await previewClosure(actor, target, when, at);
  if (!preview.ok) throw new Error(preview.refusal);
  const places: Record<string, Place> = {};
  for (const { id, instead } of preview.hits) {
    if (instead) places[id] = placeInput.parse(instead.text);
  }
  const announcement = { when, reason: "Panne de chauffage", list: preview.list, places };
  return { preview, announcement };
}

/** Reads the list and closes, as the page does. */
export async function close(
  actor: Actor,
  target: ClosureTarget,
  when: ClosureWhen,
  { all = "cancel", choices = {} }: Answers = {},
  at: Date = mondayMorning,
) {
  const { announcement } = await readBeforeClosing(actor, target, when, at);
  const answered = { ...announcement, all, choices };
  return target === "network"
    ? announceNetworkClosure(actor, answered, at)
    : announceClosure(actor, { ...answered, ...target }, at);
}

/** The mark of a list nobody was shown. */
export const noList = "0".repeat(64);
