import { randomBytes } from "node:crypto";
import type { Actor } from "@/lib/core/actor";
import { dateColumn, dayOf, monthStart } from "@/lib/core/day";
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
/** Days of the next month during which what was asked for in the last may still be confirmed. */
const unconfirmedDays = 7;
const keptDays = 365;
/** The one mail of which the day says on which day somebody asked. */
const kind = "survey-contact";

type Asked = Omit<ContactInput, "consent" | "website"> & { locale: Locale; network: string };

/**
 * Notes that somebody wishes to hear of the survey and writes to them to make sure (double opt-in, art. 7
 * GDPR). Nothing is in common with any answer: another table, the month and no day; the commune alone where
 * they wish to hear of openings, which are told by how near they are. The same outcome whether or not the
 * address is known already. Refuses `unknown_commune` and `too_many`.
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
  const month = dateColumn(monthStart(dayOf(at, campaign.timeZone)));
  const email = input.email.toLowerCase();
  if ((await secondsToWait(perNetwork, network)) !== null) return refuse("too_many");
  if ((await secondsToWait(perAddress, email)) !== null) return ok(null);
  const token = randomBytes(16).toString("base64url");
  return inTransaction(async (tx) => {
    const where = { campaignId_email: { campaignId: campaign.id, email } };
    const known = await tx.surveyContact.findUnique({ where, select: { confirmedMonth: true } });
    if (known?.confirmedMonth) return ok(null);
    const { firstName = null, wishes } = input;
    const isNearMeant = wishes.includes("ouverture");
    const told = {
      ...{ firstName, wishes, locale, month, confirmHash: hashOfToken(token) },
      communeId: isNearMeant ? communeId : null,
    };
    await tx.surveyContact.upsert({
      where,
      create: { campaignId: campaign.id, email, ...told },
      update: told,
    });
    const url = `${env().NEXTAUTH_URL}/enquete/contact/confirmer?jeton=${token}`;
    await notify(tx, { kind, personId: null, email, locale, payload: { url } });
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

/**
 * Whoever has the link of the mail says yes; once more changes nothing. The mail is no longer known to have
 * been sent, since its day would be that of their answers. Refuses `unknown_link`.
 */
export async function confirmContact(
  actor: Actor,
  { token }: { token: string },
  at: Date = now(),
): Promise<Result<null, ContactLinkRefusal>> {
  if (actor.kind === "system") throw new Forbidden();
  const confirmHash = hashOfToken(token);
  const contact = await db.surveyContact.findUnique({
    where: { confirmHash },
    select: { id: true, campaignId: true, email: true },
  });
  if (!contact) return refuse("unknown_link");
  const { timeZone } = await db.campaign.findUniqueOrThrow({
    where: { id: contact.campaignId },
    select: { timeZone: true },
  });
  await db.surveyContact.updateMany({
    where: { id: contact.id, confirmedMonth: null },
    data: { confirmedMonth: dateColumn(monthStart(dayOf(at, timeZone))) },
  });
  const { email } = contact;
  await db.notification.deleteMany({ where: { kind, email, deliveredAt: { not: null } } });
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

/**
 * Deletes what was never confirmed once a week of the next month (UTC) has passed, everything after a
 * year, and each night the mails that asked to confirm. System only.
 */
export async function forgetOldContacts(actor: Actor, at: Date = now()): Promise<void> {
  if (actor.kind !== "system") throw new Forbidden();
  const daysAgo = (days: number) => new Date(at.getTime() - days * 86_400_000);
  const monthOf = (instant: Date) => dateColumn(monthStart(dayOf(instant, "UTC")));
  await db.surveyContact.deleteMany({
    where: {
      OR: [
        { confirmedMonth: null, month: { lt: monthOf(daysAgo(unconfirmedDays)) } },
        { month: { lt: daysAgo(keptDays) } },
      ],
    },
  });
  await db.notification.deleteMany({
    where: {
      kind,
      OR: [{ deliveredAt: { not: null } }, { createdAt: { lt: daysAgo(unconfirmedDays) } }],
    },
  });
}
