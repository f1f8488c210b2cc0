import { z } from "zod";
import type { Campaign } from "../campaigns/schema";
import type { Advice, Fault } from "../checks/schema";
import { type Edit, type EditRefusal, edit } from "../edits/schema";
import type { Questionnaire } from "../questionnaires/schema";

/** Which version of which questionnaire, as an address says it. */
export const versionAddress = z.strictObject({
  survey: z.string().regex(/^[a-z0-9-]{1,120}$/),
  version: z.coerce.number().int().min(1).max(99_999),
});
export type VersionAddress = z.infer<typeof versionAddress>;

/** A version and what a form was drawn from: `revision` goes up with each edit. */
export type ReadVersion = VersionAddress & { revision: number };

export type EditInput = ReadVersion & { edit: Edit };
export type RestoreInput = ReadVersion & {
  /** Of the same questionnaire; without a revision, as that version is now. */
  from: { version: number; revision?: number | undefined };
};

export type VersionRefusal = EditRefusal | "changed_since" | "draft_exists";

/** The kind under which going back to an earlier text is kept. */
export const restoredKind = "restored";
export type EditKind = Edit["kind"] | typeof restoredKind;

/** Every kind of edit, as it is kept. */
export const editKinds = [
  ...edit.options.map(({ shape }) => shape.kind.value),
  restoredKind,
] satisfies EditKind[];

/** A version in the list of them all. */
export type VersionLine = VersionAddress & {
  title: { fr: string; en: string };
  /** Never altered any more: people answered it, or it is ready to be answered. */
  isKept: boolean;
  responses: number;
};

/** A version with all one needs to write it. */
export type VersionView = ReadVersion & {
  questionnaire: Questionnaire;
  isKept: boolean;
  responses: number;
  /** Those that ask it now, the one that opens last first. */
  campaigns: Pick<Campaign, "slug" | "state" | "opensAt" | "closesAt" | "timeZone" | "texts">[];
  /** Every version of the questionnaire, the last first. */
  others: { version: number; isKept: boolean }[];
  faults: Fault[];
  advice: Advice[];
  shortest: { questions: number; minutes: number };
  longest: { questions: number; minutes: number };
  /** What was edited, the last first: the revision it made, when, what. */
  history: { revision: number; kind: EditKind; editedAt: Date }[];
};
