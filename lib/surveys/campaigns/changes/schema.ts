import { z } from "zod";
import { parseClock, parseDay } from "@/lib/core/day";
import { oneLine, severalLines } from "@/lib/core/plain-text";
import { emailInput } from "@/lib/identity/schema";
import type { WallWindow } from "../schema";

export const campaignSlug = z.string().regex(/^[a-z0-9][a-z0-9-]{0,79}$/);
/** What a form was drawn from: whoever changed it meanwhile is told of. */
export const revisionInput = z.coerce.number().int().min(1);

/** A local day as a form sends it. */
export const dayText = z.string().transform((text, context) => {
  const day = parseDay(text);
  if (day) return day;
  context.addIssue({ code: "custom", message: "invalidDate" });
  return z.NEVER;
});
const clockText = z.string().transform((text, context) => {
  const minute = parseClock(text);
  if (minute !== null) return minute;
  context.addIssue({ code: "custom", message: "invalidValue" });
  return z.NEVER;
});

const windowFields = {
  firstDay: dayText,
  firstTime: clockText.default(0),
  lastDay: dayText,
  lastTime: clockText.default(23 * 60 + 59),
};

type WindowFields = Pick<WallWindow, "firstDay" | "lastDay"> & {
  firstTime: number;
  lastTime: number;
};

/** The window of the fields; its end must come after its beginning. */
function windowOf<Rest>(
  { firstDay, firstTime, lastDay, lastTime, ...rest }: WindowFields & Rest,
  context: z.RefinementCtx,
) {
  const isOver = lastDay < firstDay || (lastDay === firstDay && lastTime < firstTime);
  if (isOver) {
    context.addIssue({ code: "custom", message: "endBeforeStart", path: ["lastDay"] });
    return z.NEVER;
  }
  return {
    ...rest,
    window: { firstDay, firstMinute: firstTime, lastDay, lastMinute: lastTime },
  };
}

/** A version of a questionnaire as a list of choices names it: `<survey> <version>`. */
const versionName = z
  .string()
  .regex(/^[a-z0-9-]{1,120} [1-9]\d{0,5}$/)
  .transform((text) => {
    const [survey = "", version = ""] = text.split(" ");
    return { survey, version: Number(version) };
  });

export const createCampaignInput = z
  .strictObject({
    /** Made with the form: the same form sent twice makes one. */
    campaignId: z.uuid(),
    ...windowFields,
    questionnaire: versionName,
    contactEmail: emailInput,
  })
  .transform(windowOf);
export type CreateCampaignInput = z.infer<typeof createCampaignInput>;

export const changeCampaignInput = z
  .strictObject({
    slug: campaignSlug,
    revision: revisionInput,
    ...windowFields,
    questionnaire: versionName.optional(),
    contactEmail: emailInput,
  })
  .transform(windowOf);
export type ChangeCampaignInput = z.infer<typeof changeCampaignInput>;

const paragraph = z.string().max(2_000).transform(severalLines).optional();

export const changeTextsInput = z.strictObject({
  slug: campaignSlug,
  revision: revisionInput,
  leadFr: paragraph,
  leadEn: paragraph,
  closingFr: paragraph,
  closingEn: paragraph,
  thanksFr: paragraph,
  thanksEn: paragraph,
});
export type ChangeTextsInput = z.infer<typeof changeTextsInput>;

export const addPartnerInput = z.strictObject({
  slug: campaignSlug,
  name: z.string().max(120).transform(oneLine).refine(Boolean, "required"),
  code: z.string().max(40),
  origin: z.string().max(200),
});
export type AddPartnerInput = z.infer<typeof addPartnerInput>;

export const removePartnerInput = z.strictObject({ slug: campaignSlug, code: z.string().max(40) });
export type RemovePartnerInput = z.infer<typeof removePartnerInput>;

export const campaignVerbs = ["ready", "withdraw", "close", "publish", "retract"] as const;
export type CampaignVerb = (typeof campaignVerbs)[number];

export const campaignVerbInput = z.strictObject({
  slug: campaignSlug,
  verb: z.enum(campaignVerbs),
});
export type CampaignVerbInput = z.infer<typeof campaignVerbInput>;

export type VerbRefusal =
  | "not_now"
  | "has_answers"
  | "window_past"
  | "overlaps"
  | "faulty_questionnaire";
export type ChangeRefusal =
  | "changed_since"
  | "beginning_kept"
  | "closing_past"
  | "published"
  | "overlaps"
  | "version_kept"
  | "unknown_version";
export type CreateRefusal = "unknown_version";
export type TextsRefusal = "changed_since" | "one_language";
export type PartnerRefusal =
  | "not_an_origin"
  | "not_a_code"
  | "own_source"
  | "same_code"
  | "same_origin"
  | "too_many_partners";
