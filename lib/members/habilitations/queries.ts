import type { Actor, PersonActor } from "@/lib/core/actor";
import { NotFound } from "@/lib/core/errors";
import { now } from "@/lib/infra/clock";
import { db, type Tx } from "@/lib/infra/db";
import { canKeepHabilitations } from "./policy";
import { type Grant, holdsAt, longestOf, nameOf } from "./rules";
import type { HabilitationName } from "./schema";

export type Habilitation = { id: string; name: HabilitationName; validMonths: number | null };

/** Those that may be asked for and given, in the order of their French names; public. */
export async function listHabilitations(client: Tx = db): Promise<Habilitation[]> {
  const rows = await client.habilitation.findMany({
    where: { withdrawnAt: null },
    select: { id: true, name: true, validMonths: true },
  });
  return inOrder(rows.map((row) => ({ ...row, name: nameOf(row.name) })));
}

/** One of them, withdrawn or not, with the spaces that ask for it and their hosts' names; NotFound; public. */
export async function getHabilitation(id: string): Promise<
  Habilitation & {
    isWithdrawn: boolean;
    /** Where something asks for it. */
    places: { slug: string; name: string; hostName: string | null; resources: string[] }[];
  }
> {
  const row = await db.habilitation.findUnique({
    where: { id },
    select: {
      ...{ id: true, name: true, validMonths: true, withdrawnAt: true },
      resources: {
        where: { OR: [{ inServiceUntil: null }, { inServiceUntil: { gt: now() } }] },
        select: { name: true, space: { select: { slug: true, name: true, hostName: true } } },
        orderBy: [{ space: { name: "asc" } }, { rank: "asc" }],
      },
    },
  });
  if (!row) throw new NotFound();
  const { resources, withdrawnAt, name, ...rest } = row;
  const bySlug = Map.groupBy(resources, ({ space }) => space.slug);
  const places = [...bySlug.values()].flatMap((own) => {
    const space = own[0]?.space;
    return space ? [{ ...space, resources: own.map((one) => one.name) }] : [];
  });
  return { ...rest, name: nameOf(name), isWithdrawn: withdrawnAt !== null, places };
}

export type KeptHabilitation = Habilitation & {
  /** People who hold it at that instant. */
  holders: number;
  /** Names of what asks for it, with their space. */
  askedBy: string[];
};

/** The list as staff keep it, with how many people hold each; NotFound for anybody else. */
export async function listKeptHabilitations(
  actor: Actor,
  at: Date = now(),
): Promise<KeptHabilitation[]> {
  if (!canKeepHabilitations(actor)) throw new NotFound();
  const rows = await db.habilitation.findMany({
    where: { withdrawnAt: null },
    select: {
      ...{ id: true, name: true, validMonths: true },
      grants: { where: live(at), distinct: ["personId"], select: { personId: true } },
      resources: { select: { name: true, space: { select: { name: true } } } },
    },
  });
  return inOrder(
    rows.map(({ grants, resources, name, ...row }) => ({
      ...{ ...row, name: nameOf(name), holders: grants.length },
      askedBy: resources.map((one) => `${one.name}, ${one.space.name}`),
    })),
  );
}

/** Ids of what a person holds at an instant, the start of what they book for. For commands: no check. */
export async function listHeldIds(tx: Tx, personId: string, at: Date): Promise<Set<string>> {
  const rows = await tx.habilitationGrant.findMany({
    where: { personId, ...live(at) },
    select: { habilitationId: true },
  });
  return new Set(rows.map(({ habilitationId }) => habilitationId));
}

/** Every grant of a person that nobody took back, ended or not. For commands: no check. */
export async function listGrantsOf(tx: Tx, personId: string): Promise<Grant[]> {
  return tx.habilitationGrant.findMany({
    where: { personId, revokedAt: null },
    select: { habilitationId: true, expiresAt: true, revokedAt: true },
  });
}

export type HeldHabilitation = Habilitation & {
  /** Null = for good. */
  expiresAt: Date | null;
  grantedAt: Date;
  /** By an induction, or by a host's word. */
  isByEvent: boolean;
  /** Ended within the last year: said, so that it can be had again. */
  isOver: boolean;
};

/** One's own, those in force first, then those that ended within a year. */
export async function listOwnHabilitations(
  actor: PersonActor,
  at: Date = now(),
): Promise<HeldHabilitation[]> {
  return listHabilitationsOf(actor.personId, at);
}

const lately = 365 * 86_400_000;

/** The same of anybody, for a page that has already said who may see that person. No check. */
export async function listHabilitationsOf(personId: string, at: Date): Promise<HeldHabilitation[]> {
  const rows = await db.habilitationGrant.findMany({
    where: { personId, revokedAt: null },
    select: {
      ...{ habilitationId: true, eventId: true, grantedAt: true, expiresAt: true, revokedAt: true },
      habilitation: { select: { id: true, name: true, validMonths: true } },
    },
    orderBy: { expiresAt: "desc" },
  });
  const each = [...Map.groupBy(rows, ({ habilitationId }) => habilitationId).values()];
  const held = each.flatMap((grants) => {
    const shown = longestOf(grants, at) ?? grants[0];
    if (!shown) return [];
    const isOver = !holdsAt(shown, at);
    if (isOver && +at - +(shown.expiresAt ?? at) > lately) return [];
    const { habilitation, expiresAt, grantedAt, eventId } = shown;
    const name = nameOf(habilitation.name);
    return [{ ...habilitation, name, expiresAt, grantedAt, isByEvent: eventId !== null, isOver }];
  });
  return inOrder(held).sort((a, b) => Number(a.isOver) - Number(b.isOver));
}

function live(at: Date) {
  return { revokedAt: null, OR: [{ expiresAt: null }, { expiresAt: { gt: at } }] };
}

const collator = new Intl.Collator("fr", { sensitivity: "base" });

function inOrder<One extends { name: HabilitationName }>(all: One[]): One[] {
  return all.toSorted((a, b) => collator.compare(a.name.fr, b.name.fr));
}
