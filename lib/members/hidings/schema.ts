import type { ProfilePart } from "../audiences/schema";

/** What a report is about, as far as it can be hidden. */
export type Subject = { subject: "ad" | "person" | "message"; subjectId: string };

/** Whose thing was hidden or is shown again, and where they read of it. */
export type HiddenThing = {
  personId: string;
  path: string;
  /** `profile` = its text and its photo. */
  what: "ad" | "message" | "profile" | ProfilePart;
  /** Of an ad. */
  title: string | null;
};

export type HidingInput = { reason: string; by: string | null; parts: readonly ProfilePart[] };
