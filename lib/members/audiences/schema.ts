import { z } from "zod";

/** Who sees a field of a profile, from the fewest to the most. */
export const audienceNames = ["me", "hosts", "members", "everyone"] as const;
export type Audience = (typeof audienceNames)[number];

/** What a profile says, field by field; each has its own audience. */
export const profileFields = [
  "name",
  "photo",
  "activity",
  "situation",
  "commune",
  "skills",
  "teaches",
  "seeks",
  "themes",
  "languages",
  "links",
  "usualSpace",
  "rhythm",
] as const;
export type ProfileField = (typeof profileFields)[number];

/** As the column keeps them: a field left out, or unreadable, is for oneself only. */
export const audiencesColumn = z
  .partialRecord(z.enum(profileFields), z.enum(audienceNames).catch("me"))
  .catch({});
export type Audiences = Partial<Record<ProfileField, Audience>>;
