import { z } from "zod";
import { type Actor, type PersonActor, personIdOf } from "@/lib/core/actor";
import { NotFound } from "@/lib/core/errors";
import { now } from "@/lib/infra/clock";
import { db, type Prisma, type Tx } from "@/lib/infra/db";
import { hiddenParts, openAudiences, type Relation, relationOf } from "../audiences/rules";
import { type Audiences, audiencesColumn, type ProfilePart } from "../audiences/schema";
import { themes } from "../themes/schema";
import { shownTo, unsaid } from "./rules";
import { languageCodes, type ProfileContent } from "./schema";

/** What a profile is read from. */
export const contentSelect = {
  name: true,
  photo: { select: { version: true } },
  profile: {
    select: {
      activity: true,
      situation: true,
      commune: { select: { insee: true, name: true } },
      skills: true,
      teaches: true,
      seeks: true,
      themes: true,
      languages: true,
      links: true,
      usualSpaceId: true,
      rhythm: true,
      audiences: true,
      sharesPresence: true,
      updatedAt: true,
      textHiddenAt: true,
      photoHiddenAt: true,
      hideReason: true,
    },
  },
} as const satisfies Prisma.PersonSelect;

/** Whom the fields of a profile are open to, for openAudiences. */
export const audiencesSelect = {
  audiences: true,
  textHiddenAt: true,
  photoHiddenAt: true,
} as const;

type ContentRow = Prisma.PersonGetPayload<{ select: typeof contentSelect }>;
export type SpaceNames = ReadonlyMap<string, { id: string; slug: string; name: string }>;

/** A row as the rules read it, with whom each field is open to; what lists no longer know is left out. */
export function profileOf(
  row: ContentRow,
  spaces: SpaceNames,
): { content: ProfileContent; audiences: Audiences } {
  const { profile } = row;
  const said = profile ? contentOf(profile, spaces) : {};
  const content = { ...unsaid, ...said, name: row.name ?? "", photo: row.photo?.version ?? null };
  return { content, audiences: openAudiences(profile) };
}

function contentOf(profile: NonNullable<ContentRow["profile"]>, spaces: SpaceNames) {
  const { activity, situation, commune, skills, teaches, seeks, links, rhythm } = profile;
  return {
    ...{ activity, situation, commune, skills, teaches, seeks, links, rhythm },
    themes: known(themes, profile.themes),
    languages: known(languageCodes, profile.languages),
    usualSpace: spaces.get(profile.usualSpaceId ?? "") ?? null,
  };
}

function known<Value extends string>(values: readonly Value[], kept: string[]): Value[] {
  return values.filter((value) => kept.includes(value));
}

/** Spaces by id, for their names. */
export async function spacesById(client: Tx = db): Promise<SpaceNames> {
  const spaces = await client.space.findMany({ select: { id: true, slug: true, name: true } });
  return new Map(spaces.map((space) => [space.id, space]));
}

export type OwnProfile = {
  content: ProfileContent;
  /** As chosen, for the form; and as they are, without what moderators hid. */
  audiences: Audiences;
  opened: Audiences;
  hidden: { parts: ProfilePart[]; reason: string | null };
  email: string | null;
  sharesPresence: boolean;
  /** Changes with each writing; null before the first. */
  updatedAt: Date | null;
};

/** The whole of one's own profile; nobody else's. */
export async function getOwnProfile(actor: PersonActor): Promise<OwnProfile> {
  const [row, spaces] = await Promise.all([
    db.person.findUniqueOrThrow({
      where: { id: actor.personId },
      select: { email: true, ...contentSelect },
    }),
    spacesById(),
  ]);
  const { content, audiences: opened } = profileOf(row, spaces);
  return {
    ...{ content, opened },
    audiences: audiencesColumn.parse(row.profile?.audiences ?? {}),
    hidden: { parts: hiddenParts(row.profile), reason: row.profile?.hideReason ?? null },
    email: row.email,
    sharesPresence: row.profile?.sharesPresence ?? false,
    updatedAt: row.profile?.updatedAt ?? null,
  };
}

export type PersonPage = {
  id: string;
  relation: Relation;
  /** The space whose host the actor is, when that is why more is seen: such a view is journalled. */
  hostedIn: string | null;
  content: ProfileContent;
};

/**
 * One person as the actor may see them: the fields opened to what the actor is to them. NotFound for an
 * unknown id as for whoever is not listed for them, erased, or blocked by either: nothing tells them apart.
 */
export async function getPerson(actor: Actor, id: string, at: Date = now()): Promise<PersonPage> {
  const ownerId = z.uuid().safeParse(id).data;
  if (!ownerId) throw new NotFound();
  const [row, spaces, { relation, hostedIn }] = await Promise.all([
    db.person.findFirst({ where: { id: ownerId, erasedAt: null }, select: contentSelect }),
    spacesById(),
    standingOf(actor, ownerId, at, db),
  ]);
  if (!row) throw new NotFound();
  const { content, audiences } = profileOf(row, spaces);
  const shown = relation === "self" ? content : shownTo(content, audiences, relation);
  if (!shown) throw new NotFound();
  return { id: ownerId, relation, hostedIn, content: shown };
}

/**
 * What the actor is to that person now: a host of a space they belong to, or themselves booked in the last
 * year or to come, sees what is opened to hosts; one of another space is a member like any other.
 */
export async function relationTo(
  actor: Actor,
  ownerId: string,
  at: Date = now(),
  client: Tx = db,
): Promise<Relation> {
  return (await standingOf(actor, ownerId, at, client)).relation;
}

async function standingOf(actor: Actor, ownerId: string, at: Date, client: Tx) {
  const viewerId = personIdOf(actor);
  const isBlocked = viewerId ? await areBlocked(client, viewerId, ownerId) : false;
  const space = await spaceOfHost(client, hostedBy(actor), ownerId, at);
  const relation = relationOf({ viewerId, ownerId, isBlocked, isHost: space !== null });
  return { relation, hostedIn: relation === "host" ? space : null };
}

function hostedBy(actor: Actor): string[] {
  if (actor.kind !== "person") return [];
  return actor.grants.flatMap(({ role, spaceId }) => (role === "host" && spaceId ? [spaceId] : []));
}

async function areBlocked(client: Tx, one: string, other: string): Promise<boolean> {
  const block = await client.block.findFirst({
    where: {
      OR: [
        { blockerId: one, blockedId: other },
        { blockerId: other, blockedId: one },
      ],
    },
    select: { blockerId: true },
  });
  return block !== null;
}

/**
 * The first of these spaces the person belongs to, or comes to of their own accord: what a host books for
 * somebody gives no host a right over them.
 */
async function spaceOfHost(
  client: Tx,
  spaceIds: string[],
  ownerId: string,
  at: Date,
): Promise<string | null> {
  if (spaceIds.length === 0) return null;
  const lastYear = new Date(at.getTime() - 365 * 86_400_000);
  const [row] = await client.$queryRaw<{ id: string }[]>`
    SELECT s.id FROM unnest(${spaceIds}::uuid[]) AS s(id)
    WHERE EXISTS (SELECT FROM memberships m WHERE m.person_id = ${ownerId}::uuid
        AND m.space_id = s.id AND m.state = 'active')
      OR EXISTS (SELECT FROM bookings b WHERE b.person_id = ${ownerId}::uuid
        AND b.space_id = s.id AND b.state IN ('requested', 'held', 'confirmed')
        AND b.source IN ('member', 'waiting_list')
        AND b.starts_at > ${lastYear})
    LIMIT 1`;
  return row?.id ?? null;
}
