import type { Actor } from "@/lib/core/actor";
import { type Day, dateColumn, dayFromColumn, dayOf } from "@/lib/core/day";
import { Forbidden } from "@/lib/core/errors";
import { ok, type Result, refuse } from "@/lib/core/result";
import { now } from "@/lib/infra/clock";
import { db, inTransaction, type Tx } from "@/lib/infra/db";
import { env } from "@/lib/infra/env";
import { readSignedText, signedText } from "@/lib/infra/signed-text";
import { notify } from "@/lib/notifications/commands";
import type { ContactLinkRefusal } from "../schema";
import { fitOf, type Home, isNews, type OpenPlace } from "./rules";
import type { Fit, StopWritingInput } from "./schema";

const purpose = "survey-contact";
const resultsTold = "results";

/** Who said yes and wishes it; whoever stops is no longer there. */
const willing = (wish: "resultats" | "ouverture") => ({
  confirmedMonth: { not: null },
  wishes: { has: wish },
});

const read = { id: true, email: true, locale: true, month: true, communeId: true } as const;
type Contact = {
  id: string;
  email: string;
  locale: string;
  month: Date;
  communeId: string | null;
};

/**
 * Writes once to whoever wished to have the results of a campaign, in the transaction that publishes
 * them. No check, for the publication.
 */
export async function tellResults(tx: Tx, campaignId: string, day: Day): Promise<void> {
  const where = { campaignId, ...willing("resultats") };
  const contacts = await tx.surveyContact.findMany({ where, select: read });
  const { slug } = await tx.campaign.findUniqueOrThrow({
    where: { id: campaignId },
    select: { slug: true },
  });
  const url = `${env().NEXTAUTH_URL}/enquete/resultats?campagne=${slug}`;
  for (const contact of contacts) {
    if (!(await marked(tx, contact.id, resultsTold, day))) continue;
    await notify(tx, {
      kind: "survey-results",
      personId: null,
      ...told(contact),
      payload: { ...askedAndStop(contact), url },
    });
  }
}

/**
 * Writes once to each contact of each place that has opened since they asked and that fits them. Run
 * twice, or by two workers at once, it writes nothing twice. System only.
 */
export async function tellOpenings(actor: Actor, at: Date = now()): Promise<void> {
  if (actor.kind !== "system") throw new Forbidden();
  const places = await listOpenPlaces(at);
  const contacts = await db.surveyContact.findMany({
    where: willing("ouverture"),
    select: { ...read, tellings: { select: { about: true } } },
  });
  const homes = await listHomes(contacts);
  for (const contact of contacts) {
    const home = homes.get(contact.communeId ?? "") ?? null;
    for (const place of places) {
      const fit = fitOf(home, place, places);
      const today = dayOf(at, place.timeZone);
      const isTold = contact.tellings.some(({ about }) => about === place.id);
      if (isTold || !fit || !isNews(place.opensOn, dayFromColumn(contact.month), today)) continue;
      await tellOpening(contact, { place, fit, homeName: home?.name ?? null, today });
    }
  }
}

type Opening = { place: Place; fit: Fit; homeName: string | null; today: Day };

async function tellOpening(contact: Contact, { place, fit, homeName, today }: Opening) {
  await inTransaction(async (tx) => {
    // Stopped since: nothing is written to them any more.
    const isThere = await tx.surveyContact.count({ where: { id: contact.id } });
    if (!isThere || !(await marked(tx, contact.id, place.id, today))) return ok(null);
    await notify(tx, {
      kind: "survey-opening",
      personId: null,
      ...told(contact),
      payload: {
        ...askedAndStop(contact),
        fit,
        homeName,
        spaceName: place.name,
        communeName: place.communeName,
        url: `${env().NEXTAUTH_URL}/lieux/${place.slug}`,
      },
    });
    return ok(null);
  });
}

type Place = OpenPlace & { name: string; slug: string; communeName: string; timeZone: string };

/** Places one may come to by that instant; a place opens with the first desk in service there. */
async function listOpenPlaces(at: Date): Promise<Place[]> {
  const rows = await db.space.findMany({
    select: {
      ...{ id: true, name: true, slug: true, communeId: true, timeZone: true, createdAt: true },
      ...{ latitude: true, longitude: true, commune: { select: { name: true } } },
      resources: { select: { inServiceFrom: true }, orderBy: { inServiceFrom: "asc" }, take: 1 },
    },
  });
  return rows.flatMap(({ commune, createdAt, resources: [first], ...space }) => {
    if (!first) return [];
    const inService = dayFromColumn(first.inServiceFrom);
    const created = dayOf(createdAt, space.timeZone);
    const [, opensOn = created] = [inService, created].sort();
    if (opensOn > dayOf(at, space.timeZone)) return [];
    return [{ ...space, opensOn, communeName: commune.name }];
  });
}

async function listHomes(contacts: readonly Contact[]) {
  const named = contacts.flatMap(({ communeId }) => communeId ?? []);
  const communes: (Home & { name: string })[] = await db.commune.findMany({
    where: { insee: { in: named } },
    select: { insee: true, name: true, latitude: true, longitude: true, nearestBourg: true },
  });
  return new Map(communes.map((commune) => [commune.insee, commune]));
}

/** Whether it was not told before; the row is what tells, so that two at once write once. */
async function marked(tx: Tx, contactId: string, about: string, day: Day): Promise<boolean> {
  const { count } = await tx.surveyContactTelling.createMany({
    data: [{ contactId, about, day: dateColumn(day) }],
    skipDuplicates: true,
  });
  return count > 0;
}

const told = ({ email, locale }: Contact) => ({ email, locale });

function askedAndStop({ id, month }: Contact) {
  const jeton = encodeURIComponent(signedText(purpose, id));
  const page = `${env().NEXTAUTH_URL}/enquete/contact/arreter`;
  return {
    month: dayFromColumn(month),
    stop: { page: `${page}?jeton=${jeton}`, oneClick: `${page}/un-clic?jeton=${jeton}` },
  };
}

/**
 * Whoever holds the mail stops everything at once: the row is deleted, and what waits to be sent with it.
 * Twice is the same as once. Refuses `unknown_link` for one we did not write.
 */
export async function stopWriting(
  actor: Actor,
  { jeton }: StopWritingInput,
): Promise<Result<null, ContactLinkRefusal>> {
  if (actor.kind === "system") throw new Forbidden();
  const id = readSignedText(purpose, jeton);
  if (!id) return refuse("unknown_link");
  return inTransaction<null, ContactLinkRefusal>(async (tx) => {
    const contact = await tx.surveyContact.findUnique({ where: { id }, select: { email: true } });
    if (!contact) return ok(null);
    await tx.notification.deleteMany({
      where: {
        email: contact.email,
        kind: { in: ["survey-results", "survey-opening"] },
        deliveredAt: null,
      },
    });
    await tx.surveyContact.delete({ where: { id } });
    return ok(null);
  });
}
