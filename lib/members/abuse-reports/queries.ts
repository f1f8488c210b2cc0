import { type Actor, type PersonActor, personIdOf } from "@/lib/core/actor";
import { dayFromColumn, dayOf } from "@/lib/core/day";
import { NotFound } from "@/lib/core/errors";
import { now } from "@/lib/infra/clock";
import { db, type Prisma, type Tx } from "@/lib/infra/db";
import { getSpaceBySlug } from "@/lib/spaces/queries";
import { networkTimeZone } from "@/lib/spaces/schema";
import { findAnswerableAd } from "../ads/queries";
import { stateOfAd } from "../ads/rules";
import type { AdState } from "../ads/schema";
import type { ProfilePart } from "../audiences/schema";
import { listBlockedPeople } from "../blocks/queries";
import { canReadConversation } from "../conversations/policy";
import { findCorrespondent, getRecipient } from "../conversations/queries";
import { listPartsOf } from "../hidings/queries";
import { canListReports, canSeeReporter } from "./policy";
import { outcomeOf, reasonOf } from "./rules";
import type { AbuseReason, ReportOutcome, ReportTarget } from "./schema";

export type ReportSubject = {
  subject: "ad" | "person" | "message";
  subjectId: string;
  person: { id: string; name: string | null };
  /** The title of the ad or the words of the message. */
  words: string | null;
  adSpaceId: string | null;
};

/**
 * What somebody would tell of: an ad they see, a person they may write to, have written with or
 * blocked themselves, a message they received. No block stands in the way of what they were sent. NotFound for anything else, and for
 * what is their own.
 */
export async function getReportSubject(
  actor: PersonActor,
  target: ReportTarget,
  at: Date = now(),
): Promise<ReportSubject> {
  const found = await findSubject(actor, target, at);
  if (!found || found.person.id === actor.personId) throw new NotFound();
  return found;
}

async function findSubject(
  actor: PersonActor,
  { adId, personId, messageId }: ReportTarget,
  at: Date,
): Promise<ReportSubject | null> {
  if (adId) return findAdSubject(actor, adId, at);
  if (messageId) return findMessageSubject(actor, messageId);
  if (!personId) return null;
  const person = await findPersonSubject(actor, personId, at);
  return { subject: "person", subjectId: person.id, person, words: null, adSpaceId: null };
}

/** Whom one wrote with, whoever blocked whom since; whom one blocked oneself; whom one may write to. */
async function findPersonSubject(actor: PersonActor, personId: string, at: Date) {
  const met = await findCorrespondent(actor, personId);
  if (met) return met;
  const blocked = (await listBlockedPeople(actor)).find(({ id }) => id === personId);
  return blocked ?? (await getRecipient(actor, { to: personId }, at)).person;
}

async function findAdSubject(
  actor: PersonActor,
  adId: string,
  at: Date,
): Promise<ReportSubject | null> {
  const ad = await findAnswerableAd(actor, adId, at);
  if (!ad) return null;
  const { placeSpaceId, person } = await db.ad.findUniqueOrThrow({
    where: { id: adId },
    select: { placeSpaceId: true, person: { select: { id: true, name: true } } },
  });
  const words = ad.title;
  return { subject: "ad", subjectId: adId, person, words, adSpaceId: placeSpaceId };
}

async function findMessageSubject(
  actor: PersonActor,
  messageId: string,
): Promise<ReportSubject | null> {
  const message = await db.conversationMessage.findUnique({
    where: { id: messageId },
    select: {
      text: true,
      hiddenAt: true,
      conversation: { select: { starterId: true, otherId: true } },
      sender: { select: { id: true, name: true } },
    },
  });
  if (!message || message.hiddenAt || !canReadConversation(actor, message.conversation))
    return null;
  const { sender: person, text: words } = message;
  return { subject: "message", subjectId: messageId, person, words, adSpaceId: null };
}

/** Name null: they gave none, or their account is gone. */
type Named = { name: string | null; isGone: boolean };

export type ReportView = {
  id: string;
  subject: "ad" | "person" | "message";
  reason: AbuseReason;
  /** Words of whoever told of it. */
  text: string | null;
  createdAt: Date;
  person: { personId: string } & Named;
  /** Null = not said to this moderator. */
  reporter: ({ personId: string } & Named) | null;
  ad: { id: string; title: string; text: string; state: AdState; hideReason: string | null } | null;
  message: { text: string; createdAt: Date; isHidden: boolean } | null;
  /** Of a report about a person: what of their profile can be hidden. */
  parts: ProfilePart[];
  handled: { at: Date; by: Named; outcome: ReportOutcome } | null;
};

export type Reports = { waiting: ReportView[]; handled: ReportView[] };

const mostWaiting = 100;
const mostHandled = 20;

/** Reports the hosts of a space answer for, those that wait first; none about oneself. NotFound for others. */
export async function listReportsOfSpace(
  actor: Actor,
  slug: string,
  at: Date = now(),
): Promise<Reports & { space: { id: string; name: string; slug: string } }> {
  const { id, name } = await getSpaceBySlug(slug);
  return { ...(await listReports(actor, id, at)), space: { id, name, slug } };
}

/** Every report of the network, for staff; none about oneself. NotFound for others. */
export async function listNetworkReports(actor: Actor, at: Date = now()): Promise<Reports> {
  return listReports(actor, null, at);
}

/** How many reports wait in a space, or in the network (null); 0 for whoever may not see them. */
export async function countWaitingReports(actor: Actor, spaceId: string | null): Promise<number> {
  if (!canListReports(actor, spaceId)) return 0;
  return db.abuseReport.count({
    where: { ...(await reportsOf(actor, spaceId)), handledAt: null },
  });
}

async function listReports(actor: Actor, spaceId: string | null, at: Date): Promise<Reports> {
  if (!canListReports(actor, spaceId)) throw new NotFound();
  const where = await reportsOf(actor, spaceId);
  const waiting = await db.abuseReport.findMany({
    where: { ...where, handledAt: null },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    take: mostWaiting,
  });
  const handled = await db.abuseReport.findMany({
    where: { ...where, handledAt: { not: null } },
    orderBy: [{ handledAt: "desc" }, { id: "desc" }],
    take: mostHandled,
  });
  const views = await toViews(actor, [...waiting, ...handled], at);
  return { waiting: views.slice(0, waiting.length), handled: views.slice(waiting.length) };
}

/** Told to the space, or about somebody who belongs to it or usually works there; never about oneself. */
async function reportsOf(
  actor: Actor,
  spaceId: string | null,
): Promise<Prisma.AbuseReportWhereInput> {
  const others = { personId: { not: personIdOf(actor) ?? "" } };
  if (spaceId === null) return others;
  const people = await db.person.findMany({
    where: {
      OR: [
        { memberships: { some: { spaceId, state: "active" } } },
        { profile: { usualSpaceId: spaceId } },
      ],
    },
    select: { id: true },
  });
  const ofTheSpace = { personId: { in: people.map(({ id }) => id) } };
  return { AND: [others, { OR: [{ reportedToSpaceId: spaceId }, ofTheSpace] }] };
}

/** Spaces somebody usually works in or belongs to, the first joined first. For this domain's commands. */
export async function spacesOfPerson(
  tx: Tx,
  personId: string,
): Promise<{ usualSpaceId: string | null; membershipSpaceIds: string[] }> {
  const profile = await tx.profile.findUnique({
    where: { personId },
    select: { usualSpaceId: true },
  });
  const memberships = await tx.membership.findMany({
    where: { personId, state: "active" },
    select: { spaceId: true },
    orderBy: [{ createdAt: "asc" }, { spaceId: "asc" }],
  });
  return {
    usualSpaceId: profile?.usualSpaceId ?? null,
    membershipSpaceIds: memberships.map(({ spaceId }) => spaceId),
  };
}

type ReportRow = Prisma.AbuseReportGetPayload<object>;

async function toViews(actor: Actor, rows: ReportRow[], at: Date): Promise<ReportView[]> {
  const idsOf = (subject: ReportRow["subject"]) =>
    rows.filter((row) => row.subject === subject).map(({ subjectId }) => subjectId);
  const peopleIds = rows.flatMap((row) =>
    [row.personId, row.reporterId, row.handledBy ?? []].flat(),
  );
  const [ads, messages, people] = await Promise.all([
    db.ad.findMany({ where: { id: { in: idsOf("ad") } } }),
    db.conversationMessage.findMany({ where: { id: { in: idsOf("message") } } }),
    db.person.findMany({
      where: { id: { in: peopleIds } },
      select: { id: true, name: true, erasedAt: true },
    }),
  ]);
  const parts = await listPartsOf(idsOf("person"));
  const today = dayOf(at, networkTimeZone);
  const namedBy = (id: string | null) => {
    const person = people.find((each) => each.id === id);
    return { name: person?.name ?? null, isGone: !person || person.erasedAt !== null };
  };
  const adOf = (row: ReportRow) => {
    const ad = row.subject === "ad" ? ads.find(({ id }) => id === row.subjectId) : undefined;
    if (!ad) return null;
    const state = stateOfAd({ ...ad, validUntil: dayFromColumn(ad.validUntil) }, today);
    return { id: ad.id, title: ad.title, text: ad.text, state, hideReason: ad.hideReason };
  };
  return rows.map((row) => {
    const isMessage = row.subject === "message";
    const message = messages.find((each) => isMessage && each.id === row.subjectId);
    const { id, subject, text, createdAt, personId, reporterId, handledAt } = row;
    return {
      ...{ id, subject, text, createdAt },
      reason: reasonOf(row.reason),
      person: { personId, ...namedBy(personId) },
      reporter: canSeeReporter(actor) ? { personId: reporterId, ...namedBy(reporterId) } : null,
      ad: adOf(row),
      message: message
        ? { text: message.text, createdAt: message.createdAt, isHidden: message.hiddenAt !== null }
        : null,
      parts: (subject === "person" ? parts.get(row.subjectId) : null) ?? [],
      handled: handledAt && {
        at: handledAt,
        by: namedBy(row.handledBy),
        outcome: outcomeOf(row.outcome),
      },
    };
  });
}
