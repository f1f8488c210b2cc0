import { z } from "zod";
import type { Day } from "@/lib/core/day";
import {
  type OpeningSeason,
  openingSeasons,
  openingStates,
  type WallInterval,
} from "@/lib/spaces/opening-hours/schema";
import { wallTimeInput } from "../closures/schema";
import { gatherAnswers, type HitAnswers, hitAnswers } from "../hits/schema";
import { dayInput, spaceSlugInput } from "../schema";

/** What a host changes of the hours, each from a local day on and never before today. */
export type OpeningChange =
  | {
      kind: "week";
      /** 1 = Monday. */
      weekdays: number[];
      from: Day;
      /** Instead of what these weekdays have, or besides it. */
      mode: "replace" | "add";
      /** Every week, or every second one beginning with that of `from`. */
      everyWeeks: 1 | 2;
      season: OpeningSeason;
      staffName: string | null;
      hours: WallInterval[];
    }
  | { kind: "end"; ruleId: string; from: Day }
  | { kind: "exception"; day: Day; hours: WallInterval[]; reason: string | null }
  | { kind: "usual"; day: Day };

const times = {
  start1: wallTimeInput.optional(),
  end1: wallTimeInput.optional(),
  state1: z.enum(openingStates).default("staffed"),
  start2: wallTimeInput.optional(),
  end2: wallTimeInput.optional(),
  state2: z.enum(openingStates).default("staffed"),
};

const weekdays = z
  .string()
  .regex(/^[1-7](,[1-7]){0,6}$/)
  .transform((text) => [...new Set(text.split(",").map(Number))].sort());

const fields = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("week"),
    weekdays,
    from: dayInput,
    mode: z.enum(["replace", "add"]),
    weeks: z.enum(["1", "2"]).default("1"),
    season: z.enum(openingSeasons).default("always"),
    staffName: z.string().trim().max(60).optional(),
    ...times,
  }),
  z.strictObject({ kind: z.literal("end"), ruleId: z.uuid(), from: dayInput }),
  z.strictObject({
    kind: z.literal("exception"),
    day: dayInput,
    reason: z.string().trim().max(120).optional(),
    ...times,
  }),
  z.strictObject({ kind: z.literal("usual"), day: dayInput }),
]);

type Fields = z.infer<typeof fields>;
type Times = Pick<Extract<Fields, { kind: "week" }>, keyof typeof times>;

/** Half-open hours in order; a start without an end, or the two meeting, is no hours. */
function hoursOf(typed: Times, context: z.RefinementCtx): WallInterval[] {
  const pairs = [
    { startMinute: typed.start1, endMinute: typed.end1, state: typed.state1, path: "end1" },
    { startMinute: typed.start2, endMinute: typed.end2, state: typed.state2, path: "end2" },
  ];
  const hours: WallInterval[] = [];
  for (const { startMinute, endMinute, state, path } of pairs) {
    if (startMinute === undefined && endMinute === undefined) continue;
    const isWhole = startMinute !== undefined && endMinute !== undefined;
    const after = hours.at(-1)?.endMinute ?? 0;
    if (!isWhole || startMinute >= endMinute || startMinute < after) {
      context.addIssue({ code: "custom", message: "invalidDate", path: [path] });
      return [];
    }
    hours.push({ startMinute, endMinute, state });
  }
  return hours;
}

function changeOf(typed: Fields, context: z.RefinementCtx): OpeningChange {
  switch (typed.kind) {
    case "week": {
      const { weekdays: days, from, mode, season, staffName } = typed;
      const hours = hoursOf(typed, context);
      const everyWeeks = typed.weeks === "2" ? 2 : 1;
      const who = staffName || null;
      return {
        kind: "week",
        weekdays: days,
        from,
        mode,
        everyWeeks,
        season,
        staffName: who,
        hours,
      };
    }
    case "exception": {
      const { day, reason } = typed;
      return { kind: "exception", day, hours: hoursOf(typed, context), reason: reason || null };
    }
    default:
      return typed;
  }
}

/** A change as a page is asked for it. */
export const openingChangeInput: z.ZodType<OpeningChange> = fields.transform(changeOf);

export type ChangeOpeningInput = HitAnswers & { slug: string; change: OpeningChange };

/** The change, sent as one text, with what becomes of each booking it leaves outside. */
export const changeOpeningInput: z.ZodType<ChangeOpeningInput> = z.preprocess(
  gatherAnswers,
  z.strictObject({
    ...hitAnswers,
    slug: spaceSlugInput,
    change: z
      .string()
      .max(2_000)
      .transform((text, context) => {
        try {
          return JSON.parse(text);
        } catch {
          context.addIssue({ code: "custom", message: "invalidValue" });
          return z.NEVER;
        }
      })
      .pipe(openingChangeInput),
  }),
);

export const openingRefusals = [
  "past_day",
  "hours_overlap",
  "no_hours",
  "nothing_changes",
  "list_changed",
  "too_many_hits",
] as const;
export type OpeningRefusal = (typeof openingRefusals)[number];
