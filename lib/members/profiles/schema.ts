import { z } from "zod";
import { oneLine } from "@/lib/core/plain-text";
import {
  type Audience,
  type Audiences,
  audienceNames,
  type ProfileField,
  profileFields,
} from "../audiences/schema";
import { isAName, mixesAlphabets, plainName } from "../names/rules";
import { themes } from "../themes/schema";

export const situations = [
  "self_employed",
  "teleworker",
  "small_business",
  "project_holder",
  "student_entrepreneur",
  "association",
  "resident",
] as const;
export type Situation = (typeof situations)[number];

/** BCP 47 codes of what is spoken around here; « occitan » is one of them. */
export const languageCodes = [
  "fr",
  "oc",
  "en",
  "es",
  "pt",
  "it",
  "de",
  "nl",
  "ar",
  "pl",
  "ro",
  "uk",
  "fsl",
] as const;
export type LanguageCode = (typeof languageCodes)[number];

const mostItems = 12;
const mostLinks = 5;

/** The name others read: one line, no letter that pretends to be another (lib/members/names). */
export const personName = z
  .string()
  .max(400)
  .transform((text) => plainName(oneLine(text)))
  .pipe(
    z
      .string()
      .min(1)
      .max(80)
      .refine(isAName, { message: "noName" })
      .refine((name) => !mixesAlphabets(name), { message: "mixedAlphabets" }),
  );

const line = (longest: number) =>
  z
    .string()
    .max(longest * 4)
    .transform(oneLine)
    .pipe(z.string().max(longest))
    .transform((text) => text || undefined)
    .optional();

/** « déclarations, micro-entreprise »: short things parted by commas, each once. */
const list = z
  .string()
  .max(2_000)
  .transform((text) => distinct(text.split(/[,;\n]/)))
  .pipe(z.array(z.string().max(60)).max(mostItems, { message: "tooManyItems" }))
  .default([]);

/** One address a line: https only, nobody's password in it. */
const links = z
  .string()
  .max(2_000)
  .transform((text) => distinct(text.split(/[\s,]+/)))
  .pipe(
    z
      .array(z.string().max(200).refine(isSafeLink, { message: "invalidLink" }))
      .max(mostLinks, { message: "tooManyLinks" }),
  )
  .default([]);

function distinct(texts: string[]): string[] {
  return [...new Set(texts.map(oneLine).filter((text) => text !== ""))];
}

/** An https address of a named host; anything a browser would run or ask a password for is refused. */
export function isSafeLink(text: string): boolean {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (!/^https:\/\//i.test(text) || url?.protocol !== "https:") return false;
  return url.username === "" && url.password === "" && url.hostname.includes(".");
}

/** A box ticked once comes as a text, several as a list. */
function several<Value extends string>(known: readonly Value[]) {
  return z.preprocess(
    (sent) => (sent === undefined ? [] : [sent].flat()),
    z.array(z.enum(known)).max(known.length),
  );
}

/** `audience_<field>` of the form; left out = only oneself. */
const audience = z.enum(audienceNames).default("me");
type TypedAudiences = Record<`audience_${ProfileField}`, Audience>;

export const profileInput = z
  .strictObject({
    name: personName,
    activity: line(120),
    situation: z.enum(situations).optional(),
    /** As typed: a name or an INSEE code, found by lib/members/residences. */
    commune: line(80),
    skills: list,
    teaches: list,
    seeks: list,
    themes: several(themes),
    languages: several(languageCodes),
    links,
    usualSpace: z.uuid().optional(),
    rhythm: line(80),
    sharesPresence: z
      .literal("yes")
      .optional()
      .transform((ticked) => ticked === "yes"),
    audience_name: audience,
    audience_photo: audience,
    audience_activity: audience,
    audience_situation: audience,
    audience_commune: audience,
    audience_skills: audience,
    audience_teaches: audience,
    audience_seeks: audience,
    audience_themes: audience,
    audience_languages: audience,
    audience_links: audience,
    audience_usualSpace: audience,
    audience_rhythm: audience,
  })
  .transform((typed) => ({ ...typed, audiences: audiencesIn(typed) }));
export type ProfileInput = z.infer<typeof profileInput>;

/** Only what is opened is kept: what is not there is for oneself. */
function audiencesIn(typed: TypedAudiences): Audiences {
  const chosen = profileFields.map((field) => [field, typed[`audience_${field}`]] as const);
  return Object.fromEntries(chosen.filter(([, who]) => who !== "me"));
}

/** Why a profile is not written; the communes it may be come with the first two. */
export type ProfileRefusal =
  | "unknown_commune"
  | "ambiguous_commune"
  | "unknown_space"
  | "official_name"
  | "name_of_role_holder";

/** The whole of what somebody says of themselves. */
export type ProfileContent = {
  name: string;
  activity: string | null;
  situation: Situation | null;
  commune: { insee: string; name: string } | null;
  skills: string[];
  teaches: string[];
  seeks: string[];
  themes: (typeof themes)[number][];
  languages: LanguageCode[];
  links: string[];
  usualSpace: { id: string; slug: string; name: string } | null;
  rhythm: string | null;
  /** Version of the portrait; null without one. */
  photo: string | null;
};
