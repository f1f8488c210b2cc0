import { type Actor, type PersonActor, personIdOf } from "@/lib/core/actor";
import { NotFound, Unauthenticated } from "@/lib/core/errors";
import { ok, type Result, refuse } from "@/lib/core/result";
import { writeJournal } from "@/lib/identity/journal/commands";
import { listHostsOf } from "@/lib/identity/queries";
import { now } from "@/lib/infra/clock";
import { inTransaction, type Tx } from "@/lib/infra/db";
import { env } from "@/lib/infra/env";
import { lockAlone } from "@/lib/infra/locks";
import { notify } from "@/lib/notifications/commands";
import { canKeepMembers } from "./policy";
import { decideMembership } from "./rules";
import type {
  MembershipPersonInput,
  MembershipRefusal,
  MembershipState,
  MembershipVerb,
  RequestMembershipInput,
  SpaceInput,
} from "./schema";

type Outcome = Result<{ state: MembershipState; name: string }, MembershipRefusal>;
type Space = { id: string; slug: string; name: string };

/**
 * Asks to belong to a space; its hosts are told. Asking twice, or when one belongs already, changes
 * nothing. Refuses `declined_recently` within a week of a « no ».
 */
export async function requestMembership(
  actor: Actor,
  { slug, message }: RequestMembershipInput,
  at: Date = now(),
): Promise<Outcome> {
  if (actor.kind !== "person") throw new Unauthenticated();
  return inTransaction(async (tx) => {
    const space = await findSpace(tx, slug);
    const said = await say(tx, { space, personId: actor.personId, verb: "request", at });
    if (!said.ok || said.value.isSame) return said;
    const asked = { message: message || null, createdAt: at, decidedAt: null, decidedBy: null };
    await write(tx, space.id, actor.personId, { state: said.value.state, ...asked });
    await tellHosts(tx, actor, space);
    return said;
  });
}

/** Takes one's own request back, or leaves the space; twice is the same as once. */
export async function leaveSpace(
  actor: Actor,
  { slug }: SpaceInput,
  at: Date = now(),
): Promise<Outcome> {
  if (actor.kind !== "person") throw new Unauthenticated();
  return inTransaction(async (tx) => {
    const space = await findSpace(tx, slug);
    const key = { spaceId: space.id, personId: actor.personId };
    const before = await tx.membership.findUnique({ where: { spaceId_personId: key } });
    const verb = before?.state === "requested" ? "withdraw" : "leave";
    const said = await say(tx, { space, personId: actor.personId, verb, at });
    if (!said.ok || said.value.isSame) return said;
    const ended = { decidedAt: at, decidedBy: actor.personId };
    await write(tx, space.id, actor.personId, { state: said.value.state, ...ended });
    return said;
  });
}

/** Says yes to a request; the person is told, journalled. Hosts of the space, NotFound for others. */
export async function acceptMembership(
  actor: Actor,
  input: MembershipPersonInput,
  at: Date = now(),
): Promise<Outcome> {
  return decideFor(actor, input, "accept", at);
}

/** Says no to a request; the person is told, journalled. Hosts of the space. */
export async function declineMembership(
  actor: Actor,
  input: MembershipPersonInput,
  at: Date = now(),
): Promise<Outcome> {
  return decideFor(actor, input, "decline", at);
}

/** Ends a membership; bookings stay, the person is told, journalled. Hosts of the space. */
export async function endMembership(
  actor: Actor,
  input: MembershipPersonInput,
  at: Date = now(),
): Promise<Outcome> {
  return decideFor(actor, input, "end", at);
}

/**
 * Takes a « no » or an end of a host back: the request waits again, the membership stands again. Not
 * when the person left by themselves (`not_possible_now`). Journalled. Hosts of the space.
 */
export async function undoMembershipDecision(
  actor: Actor,
  input: MembershipPersonInput,
  at: Date = now(),
): Promise<Outcome> {
  return decideFor(actor, input, "undo", at);
}

/**
 * Makes somebody a member at once, whatever was before, in the caller's transaction: an invitation
 * used, a person a host keeps. No check; the caller has decided and tells whom it must.
 */
export async function joinSpace(
  tx: Tx,
  { spaceId, personId, decidedBy }: { spaceId: string; personId: string; decidedBy: string | null },
  at: Date,
): Promise<{ isNew: boolean }> {
  await lockMembership(tx, spaceId, personId);
  const where = { spaceId_personId: { spaceId, personId } };
  const before = await tx.membership.findUnique({ where, select: { state: true } });
  if (before?.state === "active") return { isNew: false };
  await write(tx, spaceId, personId, { state: "active", decidedAt: at, decidedBy, createdAt: at });
  return { isNew: true };
}

const pastVerbs = {
  accept: "membership.accepted",
  decline: "membership.declined",
  end: "membership.ended",
  undo: "membership.decision_undone",
} as const;

const mails = {
  accept: "membership-accepted",
  decline: "membership-declined",
  end: "membership-ended",
} as const;

async function decideFor(
  actor: Actor,
  { slug, personId }: MembershipPersonInput,
  verb: keyof typeof pastVerbs,
  at: Date,
): Promise<Outcome> {
  return inTransaction(async (tx) => {
    const space = await findSpace(tx, slug);
    if (!canKeepMembers(actor, space.id)) throw new NotFound();
    const said = await say(tx, { space, personId, verb, at });
    if (!said.ok || said.value.isSame) return said;
    const { state } = said.value;
    await write(tx, space.id, personId, { state, decidedAt: at, decidedBy: personIdOf(actor) });
    await writeJournal(tx, {
      ...{ actor, action: pastVerbs[verb], spaceId: space.id, subjectId: personId },
      ...{ before: { state: said.value.before }, after: { state } },
    });
    if (verb !== "undo") await tellPerson(tx, mails[verb], personId, space);
    return said;
  });
}

type Saying = { space: Space; personId: string; verb: MembershipVerb; at: Date };
type Said = {
  state: MembershipState;
  before: MembershipState | null;
  isSame: boolean;
  name: string;
};

/** The membership held until the transaction ends, and where the verb leads from there. */
async function say(
  tx: Tx,
  { space, personId, verb, at }: Saying,
): Promise<Result<Said, MembershipRefusal>> {
  await lockMembership(tx, space.id, personId);
  const found = await tx.membership.findUnique({
    where: { spaceId_personId: { spaceId: space.id, personId } },
    select: {
      ...{ state: true, personId: true, decidedAt: true, decidedBy: true },
      person: { select: { name: true, erasedAt: true } },
    },
  });
  if (verb !== "request" && (!found || found.person.erasedAt)) throw new NotFound();
  const decided = decideMembership(verb, found, at);
  if (typeof decided === "string") return refuse(decided);
  return ok({ ...decided, before: found?.state ?? null, name: found?.person.name ?? "" });
}

async function lockMembership(tx: Tx, spaceId: string, personId: string): Promise<void> {
  await lockAlone(tx, `membership ${spaceId} ${personId}`);
}

type Written = {
  state: MembershipState;
  message?: string | null;
  createdAt?: Date;
  decidedAt: Date | null;
  decidedBy: string | null;
};

async function write(tx: Tx, spaceId: string, personId: string, data: Written): Promise<void> {
  // The check membership_ended_has_date holds the two together.
  const endedAt = data.state === "ended" ? data.decidedAt : null;
  await tx.membership.upsert({
    where: { spaceId_personId: { spaceId, personId } },
    create: { spaceId, personId, ...data, endedAt },
    update: { ...data, endedAt },
  });
}

async function findSpace(tx: Tx, slug: string): Promise<Space> {
  const select = { id: true, slug: true, name: true };
  const space = await tx.space.findUnique({ where: { slug }, select });
  if (!space) throw new NotFound();
  return space;
}

/** Hosts learn that somebody asks; who it is is read on the page, not in a mailbox. */
async function tellHosts(tx: Tx, actor: PersonActor, space: Space): Promise<void> {
  const url = `${env().NEXTAUTH_URL}/hote/${space.slug}/membres`;
  const payload = { spaceName: space.name, url };
  for (const { id: personId, email, locale } of await listHostsOf(space.id, tx)) {
    if (personId === actor.personId) continue;
    await notify(tx, { kind: "membership-requested", personId, email, locale, payload });
  }
}

/** Silent for a person without e-mail. */
async function tellPerson(
  tx: Tx,
  kind: (typeof mails)[keyof typeof mails],
  personId: string,
  { slug, name }: Space,
): Promise<void> {
  const select = { email: true, locale: true };
  const { email, locale } = await tx.person.findUniqueOrThrow({ where: { id: personId }, select });
  if (!email) return;
  const payload = { spaceName: name, url: `${env().NEXTAUTH_URL}/mon-espace/lieux/${slug}` };
  await notify(tx, { kind, personId, email, locale, payload });
}
