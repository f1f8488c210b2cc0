import { type Actor, personIdOf } from "@/lib/core/actor";
import { addDays, type Day, instantAt } from "@/lib/core/day";
import { Forbidden, NotFound } from "@/lib/core/errors";
import { ok, type Result, refuse } from "@/lib/core/result";
import { writeJournal } from "@/lib/identity/journal/commands";
import { now } from "@/lib/infra/clock";
import { inTransaction, type Tx } from "@/lib/infra/db";
import { env } from "@/lib/infra/env";
import { lockAlone } from "@/lib/infra/locks";
import { notify } from "@/lib/notifications/commands";
import { canGiveHabilitations, canKeepHabilitations } from "./policy";
import { listHabilitations } from "./queries";
import {
  daysOfWarning,
  decideGift,
  endsSoon,
  expiryOf,
  holdsAt,
  isSameName,
  longestOf,
  nameOf,
} from "./rules";
import type {
  ChangeHabilitationInput,
  GiveHabilitationInput,
  GivingRefusal,
  HabilitationInput,
  HabilitationName,
  KeepingRefusal,
  MakeHabilitationInput,
  TakeBackHabilitationInput,
} from "./schema";

type Kept = Result<{ id: string }, KeepingRefusal>;

/** Adds a habilitation to those of the network. Refuses `name_taken`. Staff; journalled. */
export async function makeHabilitation(
  actor: Actor,
  { nameFr, nameEn, validMonths }: MakeHabilitationInput,
  at: Date = now(),
): Promise<Kept> {
  return inTransaction<{ id: string }, KeepingRefusal>(async (tx) => {
    await lockList(tx, actor);
    const name = named(nameFr, nameEn);
    if (await isTaken(tx, name, null)) return refuse("name_taken");
    const data = { name, validMonths: validMonths ?? null, createdAt: at };
    const { id } = await tx.habilitation.create({ data, select: { id: true } });
    const after = { name: nameFr, validMonths: validMonths ?? null };
    await writeJournal(tx, { actor, action: "habilitation.made", subjectId: id, after });
    return ok({ id });
  });
}

/**
 * Names it anew and says how long the next ones hold; those given keep their end. Refuses `name_taken`.
 * Staff; journalled.
 */
export async function changeHabilitation(
  actor: Actor,
  { habilitationId: id, nameFr, nameEn, validMonths }: ChangeHabilitationInput,
): Promise<Kept> {
  return inTransaction<{ id: string }, KeepingRefusal>(async (tx) => {
    await lockList(tx, actor);
    const found = await tx.habilitation.findFirst({ where: { id, withdrawnAt: null } });
    if (!found) throw new NotFound();
    const name = named(nameFr, nameEn);
    if (await isTaken(tx, name, id)) return refuse("name_taken");
    const months = validMonths ?? null;
    await tx.habilitation.update({ where: { id }, data: { name, validMonths: months } });
    const before = { name: nameOf(found.name).fr, validMonths: found.validMonths };
    const after = { name: nameFr, validMonths: months };
    const line = { actor, action: "habilitation.changed", subjectId: id };
    await writeJournal(tx, { ...line, before, after });
    return ok({ id });
  });
}

/**
 * Takes one off the list: nobody is given it any more. While a resource asks for it, it stays
 * (`still_required`, with `askedBy`): without it nobody could book there. Twice is the same as once. Staff; journalled.
 */
export async function withdrawHabilitation(
  actor: Actor,
  { habilitationId: id }: HabilitationInput,
  at: Date = now(),
): Promise<Kept> {
  return inTransaction<{ id: string }, KeepingRefusal>(async (tx) => {
    await lockList(tx, actor);
    const found = await tx.habilitation.findUnique({
      where: { id },
      include: { resources: { select: { name: true, space: { select: { name: true } } } } },
    });
    if (!found) throw new NotFound();
    if (found.withdrawnAt) return ok({ id });
    if (found.resources.length > 0) {
      const askedBy = found.resources.map((one) => `${one.name}, ${one.space.name}`);
      return refuse("still_required", { askedBy });
    }
    await tx.habilitation.update({ where: { id }, data: { withdrawnAt: at } });
    const before = { name: nameOf(found.name).fr };
    await writeJournal(tx, { actor, action: "habilitation.withdrawn", subjectId: id, before });
    return ok({ id });
  });
}

/**
 * Gives one by hand to a member of a space, until the end of a local day or as it says; its person is
 * told. Given again, the longer stands: refuses `longer_held` when they hold it longer already,
 * `already_over` for a day that has passed. Hosts of the space; journalled with the reason.
 */
export async function giveHabilitation(
  actor: Actor,
  { slug, personId, habilitationId, lastDay, reason }: GiveHabilitationInput,
  at: Date = now(),
): Promise<Result<null, GivingRefusal>> {
  return inTransaction<null, GivingRefusal>(async (tx) => {
    const { space, person } = await lockMember(tx, actor, slug, personId);
    const habilitation = await tx.habilitation.findFirst({
      where: { id: habilitationId, withdrawnAt: null },
    });
    if (!habilitation) throw new NotFound();
    const expiresAt = endOfGift(habilitation, lastDay, space.timeZone, at);
    const held = longestOf(await grantsOf(tx, personId, habilitationId), at);
    const gift = decideGift(held, expiresAt, at);
    // The same form sent twice gives once.
    if (gift !== "given") return gift === "same" ? ok(null) : refuse(gift);
    await tx.habilitationGrant.create({
      data: { habilitationId, personId, grantedAt: at, grantedBy: personIdOf(actor), expiresAt },
    });
    const line = { actor, action: "habilitation.given", spaceId: space.id, subjectId: personId };
    const name = nameOf(habilitation.name);
    const after = { name: name.fr, until: expiresAt?.toISOString() ?? null, reason };
    await writeJournal(tx, { ...line, after });
    await tell(tx, person, {
      kind: "habilitation-given",
      name,
      expiresAt,
      timeZone: space.timeZone,
    });
    return ok(null);
  });
}

/**
 * Takes one back from a member of a space, however they came to it; bookings made stay. Its person is
 * told why. Twice is the same as once. Hosts of the space; journalled with the reason.
 */
export async function takeBackHabilitation(
  actor: Actor,
  { slug, personId, habilitationId, reason }: TakeBackHabilitationInput,
  at: Date = now(),
): Promise<Result<null, never>> {
  return inTransaction<null, never>(async (tx) => {
    const { space, person } = await lockMember(tx, actor, slug, personId);
    const habilitation = await tx.habilitation.findUnique({ where: { id: habilitationId } });
    if (!habilitation) throw new NotFound();
    const held = (await grantsOf(tx, personId, habilitationId)).filter((one) => holdsAt(one, at));
    if (held.length === 0) return ok(null);
    await tx.habilitationGrant.updateMany({
      where: { id: { in: held.map(({ id }) => id) } },
      data: { revokedAt: at, revokedBy: personIdOf(actor) },
    });
    const line = { actor, action: "habilitation.taken_back", spaceId: space.id };
    const name = nameOf(habilitation.name);
    await writeJournal(tx, { ...line, subjectId: personId, after: { name: name.fr, reason } });
    const { timeZone } = space;
    await tell(tx, person, { kind: "habilitation-taken-back", name, reason, timeZone });
    return ok(null);
  });
}

function endOfGift(
  habilitation: { validMonths: number | null },
  lastDay: Day | undefined,
  timeZone: string,
  at: Date,
): Date | null {
  if (lastDay) return instantAt(addDays(lastDay, 1), 0, timeZone);
  return expiryOf(habilitation, at, timeZone);
}

const mostTold = 500;

/**
 * Tells whoever holds one that ends within thirty days, once an end; not who holds it longer by another
 * grant. Bears being run twice. Run by the system only.
 */
export async function tellEndingHabilitations(actor: Actor, at: Date = now()): Promise<void> {
  if (actor.kind !== "system") throw new Forbidden();
  await inTransaction<null, never>(async (tx) => {
    const until = new Date(at.getTime() + daysOfWarning * 86_400_000);
    const ending = await tx.habilitationGrant.findMany({
      where: { revokedAt: null, expiresAt: { gt: at, lte: until } },
      include: { habilitation: true, person: { select: personSelect } },
      orderBy: { expiresAt: "asc" },
      take: mostTold,
    });
    for (const { id, habilitation, person, expiresAt } of ending) {
      const longest = longestOf(await grantsOf(tx, person.id, habilitation.id), at);
      if (habilitation.withdrawnAt || longest?.id !== id || !endsSoon(longest, at)) continue;
      const name = nameOf(habilitation.name);
      const onceKey = `habilitation ending ${id}`;
      await tell(tx, person, { kind: "habilitation-ending", name, expiresAt, onceKey }, at);
    }
    return ok(null);
  });
}

const personSelect = { id: true, email: true, locale: true } as const;
type Told = { id: string; email: string | null; locale: string };

type Word = {
  kind: "habilitation-given" | "habilitation-taken-back" | "habilitation-ending";
  name: HabilitationName;
  expiresAt?: Date | null;
  reason?: string;
  timeZone?: string;
  onceKey?: string;
};

async function tell(
  tx: Tx,
  { id: personId, email, locale }: Told,
  { kind, name, expiresAt, reason, timeZone = "Europe/Paris", onceKey }: Word,
  at?: Date,
): Promise<void> {
  if (!email) return;
  const payload = {
    ...{ name, timeZone, reason: reason ?? null, expiresAt: expiresAt?.toISOString() ?? null },
    url: `${env().NEXTAUTH_URL}/mon-espace/habilitations`,
  };
  await notify(tx, { kind, personId, email, locale, payload, ...(onceKey ? { onceKey } : {}) }, at);
}

async function grantsOf(tx: Tx, personId: string, habilitationId: string) {
  return tx.habilitationGrant.findMany({
    where: { personId, habilitationId },
    select: { id: true, expiresAt: true, revokedAt: true },
  });
}

/** A member of a space whose members the actor keeps, alone with their habilitations; NotFound otherwise. */
async function lockMember(tx: Tx, actor: Actor, slug: string, personId: string) {
  const space = await tx.space.findUnique({
    where: { slug },
    select: { id: true, timeZone: true },
  });
  if (!space || !canGiveHabilitations(actor, space.id)) throw new NotFound();
  await lockAlone(tx, `habilitations ${personId}`);
  const member = await tx.membership.findFirst({
    where: { spaceId: space.id, personId, state: "active", person: { erasedAt: null } },
    select: { person: { select: personSelect } },
  });
  if (!member) throw new NotFound();
  return { space, person: member.person };
}

/** The list alone, so that two of one name never meet; NotFound for who does not keep it. */
async function lockList(tx: Tx, actor: Actor): Promise<void> {
  if (!canKeepHabilitations(actor)) throw new NotFound();
  await lockAlone(tx, "habilitations");
}

async function isTaken(tx: Tx, name: HabilitationName, own: string | null): Promise<boolean> {
  const all = await listHabilitations(tx);
  return all.some((other) => other.id !== own && isSameName(other.name, name));
}

function named(fr: string, en: string | undefined): HabilitationName {
  return en ? { fr, en } : { fr };
}
