import { z } from "zod";
import { locales } from "@/lib/core/locale";
import type { Problem } from "../answers/schema";
import { deskField } from "../desks/schema";
import { surveyCode } from "../drafts/schema";

/** How somebody else enters answers: from a sheet, or with the person beside them. */
export const entryModes = ["paper", "assisted"] as const;

export type BeginRefusal = "not_open" | "too_late" | "unknown_source";
export type EntryRefusal = BeginRefusal | "problems" | "blanks" | "code_used";

/** What keeps an entry from being taken: with `blanks`, what the sheet may well leave empty. */
export type Unread = { problems: Problem[] };

const entry = {
  desk: deskField,
  campaign: z.string().min(1).max(120),
  mode: z.enum(entryModes),
  language: z.enum(locales),
  /** Where staff enter for; a space and a town hall are their own source. */
  source: z.string().max(60).optional(),
};

export const beginEntryInput = z.strictObject(entry);
export type BeginEntryInput = z.infer<typeof beginEntryInput>;

/** A whole sheet at once: its own fields are read by the questionnaire, question by question. */
export const enterSheetInput = z
  .object({
    ...entry,
    /** Made with the page: sent twice it is one entry; then it is the receipt. */
    code: surveyCode,
    /** What is required and empty is empty on the sheet too. */
    blank: z.literal("1").optional(),
  })
  .catchall(z.union([z.string(), z.array(z.string())]));
