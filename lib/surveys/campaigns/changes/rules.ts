import { ok, type Result, refuse } from "@/lib/core/result";
import { instantsOf, wallWindowOf } from "../rules";
import {
  type CampaignState,
  type CampaignTexts,
  campaignTextNames,
  type WallWindow,
} from "../schema";
import {
  type CampaignVerb,
  type ChangeRefusal,
  type ChangeTextsInput,
  campaignVerbs,
  type VerbRefusal,
} from "./schema";

type Standing = {
  state: CampaignState;
  opensAt: Date;
  closesAt: Date;
  /** Answers sent, or begun and not sent yet. */
  hasAnswers: boolean;
};
type Change = { readyAt?: Date | null; closesAt?: Date; publishedAt?: Date | null };
/** States a verb leads from, and the ones in which it was done already. */
const moments: Record<CampaignVerb, { from: CampaignState[]; done: CampaignState[] }> = {
  ready: { from: ["draft"], done: ["to_come", "open"] },
  withdraw: { from: ["to_come", "open"], done: ["draft"] },
  close: { from: ["open"], done: ["closed", "published"] },
  publish: { from: ["closed"], done: ["published"] },
  retract: { from: ["published"], done: ["closed"] },
};

/** The verbs offered of a campaign as it stands. */
export function verbsOf({ state, hasAnswers }: Pick<Standing, "state" | "hasAnswers">) {
  return campaignVerbs.filter(
    (verb) => moments[verb].from.includes(state) && !(verb === "withdraw" && hasAnswers),
  );
}

/**
 * What a verb changes of a campaign at an instant; null where it was said already. Refuses `not_now`
 * from another state, `window_past` for a window that is over, `has_answers` for what people answered.
 */
export function decideVerb(
  verb: CampaignVerb,
  campaign: Standing,
  at: Date,
): Result<Change | null, VerbRefusal> {
  const { from, done } = moments[verb];
  if (done.includes(campaign.state)) return ok(null);
  if (!from.includes(campaign.state)) return refuse("not_now");
  if (verb === "ready" && campaign.closesAt <= at) return refuse("window_past");
  if (verb === "withdraw" && campaign.hasAnswers) return refuse("has_answers");
  return ok(changes[verb](at));
}

const changes: Record<CampaignVerb, (at: Date) => Change> = {
  ready: (at) => ({ readyAt: at }),
  withdraw: () => ({ readyAt: null }),
  close: (at) => ({ closesAt: at }),
  publish: (at) => ({ publishedAt: at }),
  retract: () => ({ publishedAt: null }),
};

type Instants = { opensAt: Date; closesAt: Date };

/**
 * The instants of a window said anew; an end that is said as it was stays to the millisecond. Refuses
 * `published` once results are out, `beginning_kept` once people have answered, and `closing_past` for a
 * campaign that is ready: « close now » is another verb.
 */
export function decideWindow(
  campaign: Standing & { timeZone: string },
  wanted: WallWindow,
  at: Date,
): Result<Instants, ChangeRefusal> {
  const { opensAt, closesAt } = windowAfter(campaign, wanted, campaign.timeZone);
  const isBeginningMoved = opensAt.getTime() !== campaign.opensAt.getTime();
  const isEndMoved = closesAt.getTime() !== campaign.closesAt.getTime();
  if (!isBeginningMoved && !isEndMoved) return ok({ opensAt, closesAt });
  if (campaign.state === "published") return refuse("published");
  if (isBeginningMoved && campaign.hasAnswers) return refuse("beginning_kept");
  if (isEndMoved && campaign.state !== "draft" && closesAt <= at) return refuse("closing_past");
  return ok({ opensAt, closesAt });
}

function windowAfter(before: Instants, wanted: WallWindow, timeZone: string): Instants {
  const was = wallWindowOf(before, timeZone);
  const will = instantsOf(wanted, timeZone);
  const isFirstSame = was.firstDay === wanted.firstDay && was.firstMinute === wanted.firstMinute;
  const isLastSame = was.lastDay === wanted.lastDay && was.lastMinute === wanted.lastMinute;
  return {
    opensAt: isFirstSame ? before.opensAt : will.opensAt,
    closesAt: isLastSame ? before.closesAt : will.closesAt,
  };
}

type Version = { survey: string; version: number };

/** What a campaign asks from now on; refuses `version_kept` for another once it is ready or answered. */
export function decideVersion(
  { state, hasAnswers, survey, version }: Pick<Standing, "state" | "hasAnswers"> & Version,
  wanted: Version | undefined,
): Result<Version, ChangeRefusal> {
  const now = { survey, version };
  if (!wanted || (wanted.survey === survey && wanted.version === version)) return ok(now);
  return state === "draft" && !hasAnswers ? ok(wanted) : refuse("version_kept");
}

/** The texts of the form: both languages or neither, else null. */
export function textsOf(input: ChangeTextsInput): CampaignTexts | null {
  const pairs = campaignTextNames.map(
    (name) => [name, input[`${name}Fr`], input[`${name}En`]] as const,
  );
  if (pairs.some(([, fr, en]) => Boolean(fr) !== Boolean(en))) return null;
  return Object.fromEntries(
    pairs.flatMap(([name, fr, en]) => (fr && en ? [[name, { fr, en }]] : [])),
  );
}
