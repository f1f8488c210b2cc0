import { z } from "zod";
import type { Actor } from "@/lib/core/actor";
import { dayFromColumn, dayOf } from "@/lib/core/day";
import { Forbidden } from "@/lib/core/errors";
import type { Locale } from "@/lib/core/locale";
import { hashOfToken } from "@/lib/identity/commands";
import { now } from "@/lib/infra/clock";
import { db } from "@/lib/infra/db";
import { readSignedText, signedText } from "@/lib/infra/signed-text";
import { getCampaign } from "../campaigns/queries";
import { answersOf } from "../drafts/commands";
import { carriedFrom, keptOf } from "./rules";
import {
  type CarriedItem,
  type CarriedOffer,
  type CarriedValues,
  carriedItems,
  carriedMinutes,
  carriedValues,
} from "./schema";

const purpose = "survey-carried";

/**
 * What whoever has just sent answers may take into a profile, from the code of their receipt and on the
 * day they gave them only: later the receipt shows nothing of them. Empty for an unknown code.
 */
export async function listCarriedOffers(
  actor: Actor,
  { code, locale }: { code: string; locale: Locale },
  at: Date = now(),
): Promise<CarriedOffer[]> {
  return offersOf(await carriedOf(actor, { code, locale }, at));
}

/**
 * The ticked values as a text of ours, for the browser to keep while its owner signs in. It says nothing
 * of the receipt, and nothing of it is stored here. Null when nothing is ticked or there is nothing to take.
 */
export async function sealCarried(
  actor: Actor,
  { code, keep, locale }: { code: string; keep: readonly CarriedItem[]; locale: Locale },
  at: Date = now(),
): Promise<string | null> {
  const values = keptOf(await carriedOf(actor, { code, locale }, at), keep);
  if (Object.keys(values).length === 0) return null;
  const until = at.getTime() + carriedMinutes * 60_000;
  return signedText(purpose, JSON.stringify({ until, values }));
}

const sealed = z.strictObject({ until: z.number(), values: carriedValues });

/** What a browser kept, in words; null when it is not ours or has waited too long. */
export async function findCarried(
  token: string,
  at: Date = now(),
): Promise<{ values: CarriedValues; offers: CarriedOffer[] } | null> {
  const text = readSignedText(purpose, token);
  const read = sealed.safeParse(text === null ? null : JSON.parse(text));
  if (!read.success || read.data.until <= at.getTime()) return null;
  return { values: read.data.values, offers: await offersOf(read.data.values) };
}

async function carriedOf(
  actor: Actor,
  { code, locale }: { code: string; locale: Locale },
  at: Date,
): Promise<CarriedValues> {
  if (actor.kind === "system") throw new Forbidden();
  const response = await db.surveyResponse.findUnique({
    where: { receiptHash: hashOfToken(code) },
    select: { day: true, answers: true, campaign: { select: { slug: true } } },
  });
  if (!response) return {};
  const campaign = await getCampaign(actor, response.campaign.slug, at);
  if (dayFromColumn(response.day) !== dayOf(at, campaign.timeZone)) return {};
  const [communes, spaces] = await Promise.all([
    db.commune.findMany({ select: { insee: true } }),
    db.space.findMany({ select: { id: true, communeId: true }, orderBy: { name: "asc" } }),
  ]);
  const known = { communes: new Set(communes.map(({ insee }) => insee)), spaces };
  return carriedFrom(campaign.questionnaire, answersOf(response.answers), known, locale);
}

async function offersOf(values: CarriedValues): Promise<CarriedOffer[]> {
  const [commune, space] = await Promise.all([
    values.commune ? db.commune.findUnique({ where: { insee: values.commune } }) : null,
    values.space ? db.space.findUnique({ where: { id: values.space } }) : null,
  ]);
  const words: Record<CarriedItem, string | undefined> = {
    commune: commune?.name,
    space: space?.name,
    rhythm: values.rhythm,
    skills: values.skills?.join(", "),
  };
  return carriedItems.flatMap((item) => {
    const said = words[item];
    return said ? [{ item, words: said }] : [];
  });
}
