import { z } from "zod";
import { parseDay } from "@/lib/core/day";
import type { ResourceKind } from "@/lib/spaces/schema";
import type { Moment, Wanted } from "../moments/rules";
import { bookingParts, dayInput } from "../schema";
import type { BookingState } from "../states/schema";

/** What becomes of a booking that a closure or other hours hit. */
export const hitChoices = ["move", "cancel", "keep"] as const;
export type HitChoice = (typeof hitChoices)[number];

/** A booking that is hit, as it stands. */
export type Hit = Moment & {
  id: string;
  spaceId: string;
  resourceId: string;
  resourceName: string;
  kind: ResourceKind;
  personId: string | null;
  name: string;
  companions: string[];
  /** How many come where nobody is named: the seats of an event, which `source` then says. */
  people: number | null;
  source: string;
  state: BookingState;
  sequence: number;
  lapsesAt: Date | null;
  waitingEntryId: string | null;
};

/** Where it may go instead. */
export type Place = { resourceId: string; wanted: Wanted };

/** More at once is not decided on one page, nor in one transaction. */
export const mostHits = 200;

/** What so many may take on a busy machine, in milliseconds: some twenty statements each. */
export const longestSettling = 60_000;

const identifier = z.uuid();
const placePattern = /^([^~]{36})~([^~]{1,40})~([^~]{1,40})$/;

/** A place as a form carries it: resource, then day and part or the two instants. */
export const placeInput = z
  .string()
  .max(140)
  .transform((text, context): Place => {
    const [, place = "", from = "", until = ""] = placePattern.exec(text) ?? [];
    const resourceId = identifier.safeParse(place).data;
    const day = parseDay(from);
    const part = bookingParts.find((known) => known === until);
    if (resourceId && day && part) return { resourceId, wanted: { day, part } };
    const [startsAt, endsAt] = [new Date(from), new Date(until)];
    if (resourceId && startsAt < endsAt) return { resourceId, wanted: { startsAt, endsAt } };
    context.addIssue({ code: "custom", message: "invalidValue" });
    return z.NEVER;
  });

const choice = z.enum(hitChoices);

/** What the host answers about the list they were shown. */
export const hitAnswers = {
  /** Mark of that list: another one means that it has changed meanwhile. */
  list: z.string().regex(/^[0-9a-f]{64}$/),
  all: choice,
  /** Where one differs from all; « all » says that it does not. */
  choices: z.record(z.uuid(), z.enum([...hitChoices, "all"])),
  places: z.record(z.uuid(), placeInput),
};
export type HitAnswers = {
  list: string;
  all: HitChoice;
  choices: Record<string, HitChoice | "all">;
  places: Record<string, Place>;
};

/** Fields `choice.<booking>` and `place.<booking>` of a form, gathered in two records. */
export function gatherAnswers(values: unknown): unknown {
  if (typeof values !== "object" || values === null) return values;
  const entries = Object.entries(values);
  const under = (prefix: string) =>
    Object.fromEntries(
      entries.flatMap(([name, value]) =>
        name.startsWith(prefix) ? [[name.slice(prefix.length), value]] : [],
      ),
    );
  const others = entries.filter(
    ([name]) => !name.startsWith("choice.") && !name.startsWith("place."),
  );
  return { ...Object.fromEntries(others), choices: under("choice."), places: under("place.") };
}

/** What a hit booking was, as its history keeps it. */
export const formerPlace = z.object({
  resourceId: z.uuid(),
  day: dayInput,
  part: z.enum([...bookingParts, "hours"]),
  startsAt: z.coerce.date(),
  endsAt: z.coerce.date(),
  lapsesAt: z.coerce.date().nullable(),
  sequence: z.number().int(),
  /** The booking that stands for it in another space. */
  movedTo: z.object({ spaceId: z.uuid(), bookingId: z.uuid() }).optional(),
});
