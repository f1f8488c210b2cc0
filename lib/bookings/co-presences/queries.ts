import type { Actor } from "@/lib/core/actor";
import { type Day, dateColumn, day, dayOf } from "@/lib/core/day";
import { Unauthenticated } from "@/lib/core/errors";
import type { Interval } from "@/lib/core/interval";
import { now } from "@/lib/infra/clock";
import { db, Prisma, type Tx } from "@/lib/infra/db";
import { isVisible, openAudiences } from "@/lib/members/audiences/rules";
import { audiencesSelect } from "@/lib/members/profiles/queries";
import { networkTimeZone } from "@/lib/spaces/schema";
import { matchOf, type Need, type Offer } from "./rules";

/** How far ahead it is looked for whom one meets. */
export const daysAhead = 14;

/** Somebody who can help will be there at the same moment; what both are there for is the interval. */
export type CoPresence = Interval & {
  personId: string;
  name: string | null;
  /** They have a page that members may open. */
  hasPage: boolean;
  /** What one looks for, in one's own words, and the ad that says it. */
  need: string;
  adId: string | null;
  /** What they say they can do; null when only the theme is shared. */
  offer: string | null;
  day: Day;
  /** One's own booking. */
  bookingId: string;
  space: { slug: string; name: string; timeZone: string };
};

/**
 * Who can help the actor and will be there when they are, in the coming fourteen days: both chose to be
 * seen by that booking, and no block is between them. Each person once a day, soonest first.
 */
export async function listCoPresences(actor: Actor, at: Date = now()): Promise<CoPresence[]> {
  if (actor.kind !== "person") throw new Unauthenticated();
  return readCoPresences(db, actor.personId, at);
}

/** The same of any person, for the job that tells them; no check. */
export async function readCoPresences(
  client: Tx,
  personId: string,
  at: Date,
): Promise<CoPresence[]> {
  const needs = await readNeeds(client, personId, at);
  if (needs.length === 0) return [];
  const encounters = await readEncounters(client, personId, at);
  const ids = [...new Set(encounters.map((each) => each.personId))];
  const helpers = await readHelpers(client, ids, at);
  const found = new Map<string, CoPresence>();
  for (const { slug, spaceName, timeZone, ...encounter } of encounters) {
    const helper = helpers.get(encounter.personId);
    const match = helper ? matchOf(needs, helper.offers) : null;
    const key = `${encounter.personId} ${encounter.day}`;
    if (!helper || !match || found.has(key)) continue;
    const { name, hasPage } = helper;
    const { need, offer } = match;
    found.set(key, {
      ...{ ...encounter, day: day(encounter.day), name, hasPage },
      ...{ need: need.text, adId: need.adId, offer: offer.text },
      space: { slug, name: spaceName, timeZone },
    });
  }
  return [...found.values()];
}

/** Persons with a booking to come that is seen and something they look for; for the job. */
export async function listSeekers(client: Tx, at: Date): Promise<string[]> {
  const today = dateColumn(dayOf(at, networkTimeZone));
  const rows = await client.$queryRaw<{ personId: string }[]>(Prisma.sql`
    SELECT DISTINCT b.person_id AS "personId" FROM bookings b
    JOIN persons p ON p.id = b.person_id AND p.erased_at IS NULL AND p.email IS NOT NULL
    LEFT JOIN profiles f ON f.person_id = b.person_id
    WHERE b.starts_at > ${at} AND b.starts_at < ${endOf(at)} AND b.state = 'confirmed'
      AND coalesce(b.shown_to_members, f.shares_presence, false)
      AND (cardinality(f.seeks) > 0 OR EXISTS (SELECT FROM ads a WHERE a.person_id = b.person_id
        AND a.kind = 'ask' AND a.closed_at IS NULL AND a.hidden_at IS NULL AND a.valid_until >= ${today}::date))
    ORDER BY b.person_id`);
  return rows.map(({ personId }) => personId);
}

function endOf(at: Date): Date {
  return new Date(at.getTime() + daysAhead * 86_400_000);
}

async function readNeeds(client: Tx, personId: string, at: Date): Promise<Need[]> {
  // One after the other: a transaction has one connection.
  const ads = await readAds(client, [personId], ["ask"], at);
  const profile = await client.profile.findUnique({
    where: { personId },
    select: { seeks: true },
  });
  const asked = ads.map(({ id, title, theme }) => ({ text: title, theme, adId: id }));
  const sought = profile?.seeks.map((text) => ({ text, theme: null, adId: null })) ?? [];
  return [...asked, ...sought];
}

function readAds(client: Tx, personIds: string[], kinds: ("ask" | "offer" | "lend")[], at: Date) {
  return client.ad.findMany({
    where: {
      personId: { in: personIds },
      kind: { in: kinds },
      closedAt: null,
      hiddenAt: null,
      validUntil: { gte: dateColumn(dayOf(at, networkTimeZone)) },
    },
    select: { id: true, personId: true, title: true, theme: true },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
  });
}

type Encounter = Interval & {
  bookingId: string;
  personId: string;
  day: string;
  slug: string;
  spaceName: string;
  timeZone: string;
};

/** Others in the same space at the same moment, both seen; in the order of time. */
function readEncounters(client: Tx, personId: string, at: Date): Promise<Encounter[]> {
  return client.$queryRaw<Encounter[]>(Prisma.sql`
    SELECT m.id::text AS "bookingId", o.person_id::text AS "personId", m.day::text AS day,
      greatest(m.starts_at, o.starts_at) AS "startsAt", least(m.ends_at, o.ends_at) AS "endsAt",
      s.slug, s.name AS "spaceName", s.time_zone AS "timeZone"
    FROM bookings m
    JOIN spaces s ON s.id = m.space_id
    LEFT JOIN profiles mf ON mf.person_id = m.person_id
    JOIN bookings o ON o.space_id = m.space_id AND o.person_id <> m.person_id
      AND o.starts_at > m.starts_at - interval '25 hours' AND o.starts_at < m.ends_at AND o.ends_at > m.starts_at
      AND o.state = 'confirmed' AND o.checked_out_at IS NULL AND (o.lapses_at IS NULL OR o.lapses_at > ${at})
    JOIN persons p ON p.id = o.person_id AND p.erased_at IS NULL
    LEFT JOIN profiles f ON f.person_id = o.person_id
    WHERE m.person_id = ${personId}::uuid AND m.starts_at > ${at}::timestamptz - interval '25 hours'
      AND m.starts_at < ${endOf(at)} AND m.ends_at > ${at} AND o.ends_at > ${at}
      AND m.state = 'confirmed' AND m.checked_out_at IS NULL AND (m.lapses_at IS NULL OR m.lapses_at > ${at})
      AND coalesce(m.shown_to_members, mf.shares_presence, false)
      AND coalesce(o.shown_to_members, f.shares_presence, false)
      AND NOT EXISTS (SELECT FROM blocks x WHERE (x.blocker_id = m.person_id AND x.blocked_id = o.person_id)
        OR (x.blocker_id = o.person_id AND x.blocked_id = m.person_id))
    ORDER BY 4, 2`);
}

type Helper = { name: string | null; hasPage: boolean; offers: Offer[] };

/** What each can do, of what they opened to members: profile and open ads. */
async function readHelpers(client: Tx, ids: string[], at: Date): Promise<Map<string, Helper>> {
  if (ids.length === 0) return new Map();
  const people = await client.person.findMany({
    where: { id: { in: ids } },
    select: {
      id: true,
      name: true,
      profile: { select: { skills: true, teaches: true, themes: true, ...audiencesSelect } },
    },
  });
  const ads = await readAds(client, ids, ["offer", "lend"], at);
  const helpers = people.map(({ id, name, profile }): [string, Helper] => {
    const audiences = openAudiences(profile);
    const open = (field: "skills" | "teaches" | "themes") =>
      profile && isVisible(audiences[field], "member") ? profile[field] : [];
    const said = [...open("skills"), ...open("teaches")].map((text) => ({ text, theme: null }));
    const offered = ads
      .filter(({ personId }) => personId === id)
      .map(({ title, theme }) => ({ text: title, theme }));
    const themes = open("themes").map((theme) => ({ text: null, theme }));
    const hasPage = isVisible(audiences.name, "member");
    return [id, { name, hasPage, offers: [...said, ...offered, ...themes] }];
  });
  return new Map(helpers);
}
