import { randomBytes } from "node:crypto";
import type { Actor } from "@/lib/core/actor";
import { dateColumn, dayOf } from "@/lib/core/day";
import { Forbidden } from "@/lib/core/errors";
import type { Locale } from "@/lib/core/locale";
import { ok, type Result, refuse } from "@/lib/core/result";
import { hashOfToken } from "@/lib/identity/commands";
import { now } from "@/lib/infra/clock";
import { db, inTransaction } from "@/lib/infra/db";
import { env } from "@/lib/infra/env";
import { type RateLimit, secondsToWait } from "@/lib/infra/rate-limit";
import { notify } from "@/lib/notifications/commands";
import { listNamedCommunes } from "../answers/queries";
import { getCampaign } from "../campaigns/queries";
import { rawAnswersOf } from "../forms/rules";
import type { ContactInput, ContactLinkRefusal, ContactRefusal } from "./schema";

const perNetwork: RateLimit = {
  name: "survey-contact",
  times: 20,
  seconds: 3_600,
  forgets: "daily",
};
/** Nobody's mailbox is filled by somebody else: so many mails a day at one address. */
const perAddress: RateLimit = { name: "survey-contact-mail", times: 3, seconds: 86_400 };
const unconfirmedDays = 7;
const keptDays = 365;

type Asked = Omit<ContactInput, "consent" | "website"> & { locale: Locale; network: string };

/**
 * Notes that somebody wishes to hear of the survey and writes to them to make sure (double opt-in, art. 7
 * GDPR). Nothing is in common with any answer: another table, the day and no instant. The same outcome
 * whether or not the address is known already. Refuses `unknown_commune` and `too_many`.
 */
export async function askContact(
  actor: Actor,
  { locale, network, ...input }: Asked,
  at: Date = now(),
): Promise<Result<null, ContactRefusal>> {
  if (actor.kind === "system") throw new Forbidden();
  const campaign = await getCampaign(actor, input.campaign, at);
  const communeId = await communeOf(input.commune);
  if (communeId === undefined) return refuse("unknown_commune");
  const day = dateColumn(dayOf(at, campaign.timeZone));
  const email = input.email.toLowerCase();
  if ((await secondsToWait(perNetwork, network)) !== null) return refuse("too_many");
  if ((await secondsToWait(perAddress, email)) !== null) return ok(null);
  const token = randomBytes(16).toString("base64url");
  return inTransaction(async (tx) => {
    const where = { campaignId_email: { campaignId: campaign.id, email } };
    const known = await tx.surveyContact.findUnique({ where, select: { confirmedOn: true } });
    if (known?.confirmedOn) return ok(null);
    const { firstName = null, wishes } = input;
    const told = { firstName, wishes, communeId, locale, day, confirmHash: hashOfToken(token) };
    await tx.surveyContact.upsert({
      where,
      create: { campaignId: campaign.id, email, ...told },
      update: told,
    });
    const url = `${env().NEXTAUTH_URL}/enquete/contact/confirmer?jeton=${token}`;
    await notify(tx, { kind: "survey-contact", personId: null, email, locale, payload: { url } });
    return ok(null);
  });
}

/** The code of a commune as written; null without, undefined when there is none of that name. */
async function communeOf(written: string | undefined): Promise<string | null | undefined> {
  if (!written) return null;
  const communes = await listNamedCommunes();
  const question = { id: "commune", type: "commune" } as const;
  const { commune } = rawAnswersOf([question], { "q-commune": written }, communes);
  return communes.find(({ insee }) => insee === commune)?.insee;
}

/** Whoever has the link of the mail says yes; once more changes nothing. Refuses `unknown_link`. */
export async function confirmContact(
  actor: Actor,
  { token }: { token: string },
  at: Date = now(),
): Promise<Result<null, ContactLinkRefusal>> {
  if (actor.kind === "system") throw new Forbidden();
  const confirmHash = hashOfToken(token);
  const contact = await db.surveyContact.findUnique({
    where: { confirmHash },
    select: { id: true, campaignId: true },
  });
  if (!contact) return refuse("unknown_link");
  const { timeZone } = await db.campaign.findUniqueOrThrow({
    where: { id: contact.campaignId },
    select: { timeZone: true },
  });
  await db.surveyContact.updateMany({
    where: { id: contact.id, confirmedOn: null },
    data: { confirmedOn: dateColumn(dayOf(at, timeZone)) },
  });
  return ok(null);
}

/** The same link stops everything at once: the row is deleted, nothing of it is kept. Refuses `unknown_link`. */
export async function stopContact(
  actor: Actor,
  { token }: { token: string },
): Promise<Result<null, ContactLinkRefusal>> {
  if (actor.kind === "system") throw new Forbidden();
  const { count } = await db.surveyContact.deleteMany({
    where: { confirmHash: hashOfToken(token) },
  });
  return count > 0 ? ok(null) : refuse("unknown_link");
}

/** Deletes what was never confirmed after a week, and everything after a year. */
export async function forgetOldContacts(actor: Actor, at: Date = now()): Promise<void> {
  if (actor.kind !== "system") throw new Forbidden();
  const daysAgo = (days: number) => new Date(at.getTime() - days * 86_400_000);
  await db.surveyContact.deleteMany({
    where: {
      OR: [
        { confirmedOn: null, day: { lt: daysAgo(unconfirmedDays) } },
        { day: { lt: daysAgo(keptDays) } },
      ],
    },
  });
}
