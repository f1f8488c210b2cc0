import { type Actor, type PersonActor, personIdOf } from "@/lib/core/actor";
import { type Day, dateColumn, dayFromColumn, dayOf } from "@/lib/core/day";
import { NotFound } from "@/lib/core/errors";
import { now } from "@/lib/infra/clock";
import { db, type Prisma, type Tx } from "@/lib/infra/db";
import { networkTimeZone } from "@/lib/spaces/schema";
import { listHiddenPeople } from "../blocks/queries";
import { canEditAd, canSeeAnyAd } from "./policy";
import { type AdSearch, stateOfAd, wordsOfSearch } from "./rules";
import type { AdKind, AdPlace, AdState } from "./schema";

export type AdView = {
  id: string;
  kind: AdKind;
  /** One of lib/members/themes/schema.ts. */
  theme: string;
  title: string;
  text: string;
  counterpart: string | null;
  place: AdPlace | null;
  validUntil: Day;
  createdAt: Date;
  state: AdState;
  /** Name null: they gave none, or their account is gone. */
  author: { id: string; name: string | null; isGone: boolean };
  isOwn: boolean;
};

/** Why a moderator hid it, for its author. */
export type AdPageView = AdView & { hideReason: string | null };

/** `answers`: conversations somebody began about it. */
export type OwnAdView = AdView & { answers: number };

export const adsOfPage = 20;

export type AdPage = { ads: AdView[]; count: number; pages: number };

/**
 * Ads open today, newest first, of everybody but those one does not see; one page of them, with how
 * many there are. A page after the last is the last.
 */
export async function listAds(
  actor: PersonActor,
  search: AdSearch,
  at: Date = now(),
): Promise<AdPage> {
  const where = await openTo(actor, search, at);
  const count = await db.ad.count({ where });
  const pages = Math.max(1, Math.ceil(count / adsOfPage));
  const rows = await db.ad.findMany({
    where,
    select: adSelect,
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    skip: (Math.min(search.page, pages) - 1) * adsOfPage,
    take: adsOfPage,
  });
  return { ads: await toViews(actor, rows, at), count, pages };
}

/** The newest open ads of one kind, for another page of mutual help; `count` is of all of them. */
export async function listNewestAds(
  actor: PersonActor,
  kind: AdKind,
  most: number,
  at: Date = now(),
): Promise<{ ads: AdView[]; count: number }> {
  const search = { text: "", kind, theme: null, place: null, page: 1 };
  const { ads, count } = await listAds(actor, search, at);
  return { ads: ads.slice(0, most), count };
}

/** Open requests of others whom one sees, newest first, by their author and words; three hundred at most. */
export async function listOpenAsks(
  actor: PersonActor,
  at: Date = now(),
): Promise<{ personId: string; searchText: string }[]> {
  const search = { text: "", kind: "ask", theme: null, place: null, page: 1 } as const;
  const { AND } = await openTo(actor, search, at);
  return db.ad.findMany({
    where: { AND, personId: { not: actor.personId } },
    select: { personId: true, searchText: true },
    orderBy: { createdAt: "desc" },
    take: 300,
  });
}

/** How many ads are open today; public, nothing of anybody. */
export async function countOpenAds(at: Date = now()): Promise<number> {
  return db.ad.count({ where: openOn(dayOf(at, networkTimeZone)) });
}

/**
 * One ad: open, for any member who may see its author; whatever its state for its author and staff.
 * NotFound for everybody else.
 */
export async function getAd(actor: Actor, adId: string, at: Date = now()): Promise<AdPageView> {
  const row = await db.ad.findUnique({ where: { id: adId }, select: adSelect });
  if (!row || actor.kind !== "person") throw new NotFound();
  const isKnown = canEditAd(actor, row) || canSeeAnyAd(actor);
  if (!isKnown && !(await isOpenTo(actor, row, at))) throw new NotFound();
  const [view] = await toViews(actor, [row], at);
  if (!view) throw new NotFound();
  return { ...view, hideReason: row.hideReason };
}

/** One's own ads, open or not, newest first, with how many people answered. */
export async function listOwnAds(actor: PersonActor, at: Date = now()): Promise<OwnAdView[]> {
  const rows = await db.ad.findMany({
    where: { personId: actor.personId },
    select: adSelect,
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: 200,
  });
  const answers = await db.conversation.groupBy({
    by: ["adId"],
    where: {
      adId: { in: rows.map(({ id }) => id) },
      starterId: { notIn: await listHiddenPeople(actor.personId) },
    },
    _count: true,
  });
  const countOf = (id: string) => answers.find(({ adId }) => adId === id)?._count ?? 0;
  const views = await toViews(actor, rows, at);
  return views.map((view) => ({ ...view, answers: countOf(view.id) }));
}

/** The author and the title of an ad that this person may answer; null for any other. For commands. */
export async function findAnswerableAd(
  actor: PersonActor,
  adId: string,
  at: Date,
  client: Tx = db,
): Promise<{ id: string; personId: string; title: string } | null> {
  const row = await client.ad.findUnique({ where: { id: adId }, select: adSelect });
  if (!row || !(await isOpenTo(actor, row, at, client))) return null;
  return { id: row.id, personId: row.personId, title: row.title };
}

/** Whether somebody has an ad that members see today. For commands and queries of this domain. */
export async function hasOpenAd(personId: string, at: Date, client: Tx = db): Promise<boolean> {
  const open = openOn(dayOf(at, networkTimeZone));
  return (await client.ad.count({ where: { ...open, personId } })) > 0;
}

/** The place a form names: a space by its slug or a commune by its INSEE code; null when there is none. */
export async function findPlace(
  tx: Tx,
  place: string,
): Promise<{ placeSpaceId: string | null; communeId: string | null } | null> {
  const space = await tx.space.findUnique({ where: { slug: place }, select: { id: true } });
  if (space) return { placeSpaceId: space.id, communeId: null };
  const commune = await tx.commune.findUnique({ where: { insee: place } });
  return commune ? { placeSpaceId: null, communeId: commune.insee } : null;
}

const adSelect = {
  id: true,
  personId: true,
  kind: true,
  theme: true,
  title: true,
  text: true,
  counterpart: true,
  placeSpaceId: true,
  communeId: true,
  validUntil: true,
  createdAt: true,
  closedAt: true,
  hiddenAt: true,
  hideReason: true,
  person: { select: { name: true, erasedAt: true } },
} satisfies Prisma.AdSelect;

type AdRow = Prisma.AdGetPayload<{ select: typeof adSelect }>;

function openOn(today: Day): Prisma.AdWhereInput {
  return {
    closedAt: null,
    hiddenAt: null,
    validUntil: { gte: dateColumn(today) },
    person: { erasedAt: null },
  };
}

async function isOpenTo(
  actor: PersonActor,
  row: AdRow,
  at: Date,
  client: Tx = db,
): Promise<boolean> {
  const dates = { ...row, validUntil: dayFromColumn(row.validUntil) };
  const isOpen = stateOfAd(dates, dayOf(at, networkTimeZone)) === "open" && !row.person.erasedAt;
  return isOpen && !(await listHiddenPeople(actor.personId, client)).includes(row.personId);
}

async function openTo(actor: PersonActor, search: AdSearch, at: Date) {
  const hidden = await listHiddenPeople(actor.personId);
  const conditions: Prisma.AdWhereInput[] = [
    openOn(dayOf(at, networkTimeZone)),
    ...wordsOfSearch(search.text).map((word) => ({ searchText: { contains: word } })),
  ];
  if (hidden.length > 0) conditions.push({ personId: { notIn: hidden } });
  if (search.kind) conditions.push({ kind: search.kind });
  if (search.theme) conditions.push({ theme: search.theme });
  if (search.place) conditions.push(await takesPlaceIn(search.place));
  return { AND: conditions } satisfies Prisma.AdWhereInput;
}

/** In a space; or in a commune, its spaces included. A place that is none holds nothing. */
async function takesPlaceIn(place: string): Promise<Prisma.AdWhereInput> {
  const spaces = await db.space.findMany({
    where: { OR: [{ slug: place }, { communeId: place }] },
    select: { id: true },
  });
  const placeSpaceId = { in: spaces.map(({ id }) => id) };
  return { OR: [{ placeSpaceId }, { communeId: place }] };
}

/** With the names of the places, read once for all of them. */
async function toViews(actor: Actor, rows: AdRow[], at: Date): Promise<AdView[]> {
  const today = dayOf(at, networkTimeZone);
  const spaceIds = rows.flatMap(({ placeSpaceId }) => placeSpaceId ?? []);
  const communeIds = rows.flatMap(({ communeId }) => communeId ?? []);
  const [spaces, communes] = await Promise.all([
    db.space.findMany({
      where: { id: { in: spaceIds } },
      select: { id: true, slug: true, name: true },
    }),
    db.commune.findMany({
      where: { insee: { in: communeIds } },
      select: { insee: true, name: true },
    }),
  ]);
  const placeOf = (row: AdRow): AdPlace | null => {
    const space = spaces.find(({ id }) => id === row.placeSpaceId);
    if (space) return { kind: "space", name: space.name, slug: space.slug };
    const commune = communes.find(({ insee }) => insee === row.communeId);
    return commune ? { kind: "commune", ...commune } : null;
  };
  return rows.map((row) => {
    const { id, kind, theme, title, text, counterpart, createdAt, personId } = row;
    const validUntil = dayFromColumn(row.validUntil);
    const what = { id, kind, theme, title, text, counterpart, createdAt, validUntil };
    return {
      ...what,
      place: placeOf(row),
      state: stateOfAd({ ...row, validUntil }, today),
      author: { id: personId, name: row.person.name, isGone: row.person.erasedAt !== null },
      isOwn: personIdOf(actor) === personId,
    };
  });
}
