import { type Actor, type PersonActor, personIdOf } from "@/lib/core/actor";
import { type Day, instantAt } from "@/lib/core/day";
import { distanceKm, type Position } from "@/lib/core/distance";
import { db, Prisma } from "@/lib/infra/db";
import { networkTimeZone } from "@/lib/spaces/schema";
import { listHiddenPeople } from "../blocks/queries";
import { contentSelect, profileOf, spacesById } from "../profiles/queries";
import { shownTo } from "../profiles/rules";
import type { ProfileContent } from "../profiles/schema";
import { findHome } from "../queries";
import { searchWords, skillPattern } from "./rules";
import { type DirectorySearch, pageLength } from "./schema";

export type ListedPerson = { id: string; content: ProfileContent };
export type Found = {
  people: ListedPerson[];
  total: number;
  /** Nobody wrote these very words: these come close. */
  isAlike: boolean;
  /** From where the nearest are counted: the commune asked for, else one's own. */
  isByDistance: boolean;
  /** The page shown: after the last comes the first again. */
  page: number;
};

/**
 * People who opened their name to the actor, found in what they opened: every word, a theme, a skill, a
 * situation, a commune, a usual space; `here` = only these (who said they come that day). The nearest
 * first. Whoever is blocked by either is left out. A visitor finds those open to everyone.
 */
export async function searchDirectory(
  actor: Actor,
  search: DirectorySearch,
  here: readonly string[] | null = null,
): Promise<Found> {
  const viewerId = personIdOf(actor);
  const [hidden, near] = await Promise.all([
    viewerId ? listHiddenPeople(viewerId) : [],
    nearnessFrom(viewerId, search.autour),
  ]);
  const asked = { isPublic: viewerId === null, search, here, hidden, near };
  const exact = await idsOf(directoryStatement({ ...asked, isAlike: false }));
  if (exact.total === 0 && search.page > 1)
    return searchDirectory(actor, { ...search, page: 1 }, here);
  const words = searchWords(search.q);
  const isAlike = exact.total === 0 && words.some((word) => word.length > 3);
  const found = isAlike ? await idsOf(directoryStatement({ ...asked, isAlike })) : exact;
  const people = await peopleOf(found.ids, viewerId === null ? "visitor" : "member");
  return {
    ...{ people, total: found.total, page: search.page, isByDistance: near !== null },
    isAlike: isAlike && found.total > 0,
  };
}

type Nearness = { communes: string[]; spaces: string[]; toCommune: number[]; toSpace: number[] };

export type AskedDirectory = {
  isPublic: boolean;
  search: DirectorySearch;
  here: readonly string[] | null;
  hidden: readonly string[];
  near: Nearness | null;
  /** By likeness of words, for whoever mistyped; else by the words themselves. */
  isAlike: boolean;
};

/** The one statement of a search: a page of ids with the count of all, through the trigram index. */
export function directoryStatement(asked: AskedDirectory): Prisma.Sql {
  const { search, near } = asked;
  const from = (search.page - 1) * pageLength;
  const order = near
    ? Prisma.sql`least(
        CASE WHEN ${opened(asked, "commune")}
          THEN (${near.toCommune}::float8[])[array_position(${near.communes}::text[], p.commune_insee)] END,
        CASE WHEN ${opened(asked, "usualSpace")}
          THEN (${near.toSpace}::float8[])[array_position(${near.spaces}::uuid[], p.usual_space_id)] END
      ) ASC NULLS LAST, `
    : Prisma.empty;
  return Prisma.sql`SELECT p.person_id AS id, count(*) OVER ()::int AS total
    FROM profiles p
    WHERE ${Prisma.join(conditionsOf(asked), " AND ")}
    ORDER BY ${order}${textOf(asked)}, p.person_id LIMIT ${pageLength} OFFSET ${from}`;
}

function textOf({ isPublic }: AskedDirectory): Prisma.Sql {
  return isPublic ? Prisma.sql`p.public_text` : Prisma.sql`p.members_text`;
}

/** That field of the profile is open to whoever asks: what is not may not be found by either. */
function opened({ isPublic }: AskedDirectory, field: string): Prisma.Sql {
  return isPublic
    ? Prisma.sql`p.audiences->>${field}::text = 'everyone'`
    : Prisma.sql`p.audiences->>${field}::text IN ('members', 'everyone')`;
}

function conditionsOf(asked: AskedDirectory): Prisma.Sql[] {
  const { search, here, hidden, isAlike } = asked;
  const text = textOf(asked);
  const skill = skillPattern(search.competence);
  const words = searchWords(search.q).map((word) =>
    isAlike ? Prisma.sql`${word}::text <% ${text}` : Prisma.sql`${text} LIKE ${`%${word}%`}`,
  );
  const fields = [
    search.domaine
      ? Prisma.sql`${opened(asked, "themes")} AND ${search.domaine}::text = ANY(p.themes)`
      : null,
    skill ? Prisma.sql`${text} LIKE ${`%${skill}%`}` : null,
    search.situation
      ? Prisma.sql`${opened(asked, "situation")} AND p.situation = ${search.situation}::situation`
      : null,
    search.commune
      ? Prisma.sql`${opened(asked, "commune")} AND p.commune_insee = ${search.commune}`
      : null,
    search.lieu
      ? Prisma.sql`${opened(asked, "usualSpace")}
          AND p.usual_space_id = (SELECT s.id FROM spaces s WHERE s.slug = ${search.lieu})`
      : null,
    here ? Prisma.sql`p.person_id = ANY(${[...here]}::uuid[])` : null,
    hidden.length > 0 ? Prisma.sql`p.person_id <> ALL(${[...hidden]}::uuid[])` : null,
  ];
  // Erased people have no text: their profile goes with them.
  return [Prisma.sql`${text} <> ''`, ...words, ...fields.filter((field) => field !== null)];
}

async function idsOf(statement: Prisma.Sql): Promise<{ ids: string[]; total: number }> {
  const rows = await db.$queryRaw<{ id: string; total: number }[]>(statement);
  return { ids: rows.map(({ id }) => id), total: rows[0]?.total ?? 0 };
}

/** These people as somebody of that relation sees them, in that order. */
async function peopleOf(ids: string[], relation: "member" | "visitor"): Promise<ListedPerson[]> {
  if (ids.length === 0) return [];
  const [rows, spaces] = await Promise.all([
    db.person.findMany({
      where: { id: { in: ids }, erasedAt: null },
      select: { id: true, ...contentSelect },
    }),
    spacesById(),
  ]);
  const shown = new Map(
    rows.map((row) => {
      const { content, audiences } = profileOf(row, spaces);
      return [row.id, shownTo(content, audiences, relation)] as const;
    }),
  );
  return ids.flatMap((id) => {
    const content = shown.get(id);
    return content ? [{ id, content }] : [];
  });
}

/** Kilometres to every commune and space; null when nobody said from where. */
async function nearnessFrom(
  viewerId: string | null,
  insee: string | null,
): Promise<Nearness | null> {
  const [communes, spaces, home] = await Promise.all([
    db.commune.findMany({ select: { insee: true, latitude: true, longitude: true } }),
    db.space.findMany({ select: { id: true, latitude: true, longitude: true } }),
    viewerId && !insee ? findHome(db, viewerId) : null,
  ]);
  const from: Position | null = communes.find((commune) => commune.insee === insee) ?? home;
  if (!from) return null;
  return {
    communes: communes.map((commune) => commune.insee),
    toCommune: communes.map((commune) => distanceKm(from, commune)),
    spaces: spaces.map(({ id }) => id),
    toSpace: spaces.map((space) => distanceKm(from, space)),
  };
}

/** How many people the actor may find, in how many communes they said to live in. */
export async function countListed(
  actor: PersonActor,
): Promise<{ members: number; communes: number }> {
  const hidden = await listHiddenPeople(actor.personId);
  const [row] = await db.$queryRaw<{ members: number; communes: number }[]>`
    SELECT count(*)::int AS members, count(DISTINCT p.commune_insee)
      FILTER (WHERE p.audiences->>'commune' IN ('members', 'everyone'))::int AS communes
    FROM profiles p WHERE p.members_text <> '' AND p.person_id <> ALL(${hidden}::uuid[])`;
  return row ?? { members: 0, communes: 0 };
}

const mostNewcomers = 5;

/** Who joined since that local day, the last first; five at most, oneself and the hidden left out. */
export async function listNewcomers(actor: PersonActor, since: Day): Promise<ListedPerson[]> {
  const hidden = await listHiddenPeople(actor.personId);
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT p.person_id AS id FROM profiles p JOIN persons n ON n.id = p.person_id
    WHERE p.members_text <> '' AND n.created_at >= ${instantAt(since, 0, networkTimeZone)}
      AND p.person_id <> ALL(${[...hidden, actor.personId]}::uuid[])
    ORDER BY n.created_at DESC, n.id LIMIT ${mostNewcomers}`;
  return peopleOf(
    rows.map(({ id }) => id),
    "member",
  );
}
