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

/** What moderators hide of a profile: what somebody wrote of themselves, or their photo. */
export const profileParts = ["text", "photo"] as const;
export type ProfilePart = (typeof profileParts)[number];

/** The fields of each part: what is chosen of a list offends nobody, and a name is its person's. */
export const fieldsOfPart: Record<ProfilePart, readonly ProfileField[]> = {
  text: ["activity", "skills", "teaches", "seeks", "links", "rhythm"],
  photo: ["photo"],
};
export type Audiences = Partial<Record<ProfileField, Audience>>;
