import type { Actor, PersonActor } from "@/lib/core/actor";
import { NotFound } from "@/lib/core/errors";
import { db } from "@/lib/infra/db";
import { listStepsOf, type StepLeft } from "../welcome/queries";
import { canKeepMembers } from "./policy";
import type { MembershipState } from "./schema";

export type SpaceName = { id: string; slug: string; name: string };

/** A space as somebody stands to it; null = never asked. */
export type OwnMembership = SpaceName & { state: MembershipState | null; since: Date | null };

/** Every space of the network with one's own standing there, those one belongs to first. */
export async function listOwnMemberships(actor: PersonActor): Promise<OwnMembership[]> {
  const [spaces, memberships] = await Promise.all([
    db.space.findMany({ select: { id: true, slug: true, name: true }, orderBy: { name: "asc" } }),
    db.membership.findMany({ where: { personId: actor.personId } }),
  ]);
  const all = spaces.map((space) => {
    const own = memberships.find(({ spaceId }) => spaceId === space.id);
    return { ...space, state: own?.state ?? null, since: own?.decidedAt ?? null };
  });
  return all.sort((a, b) => rankOf(a) - rankOf(b));
}

/** One space as the actor stands to it; NotFound for an unknown one. */
export async function getOwnMembership(actor: PersonActor, slug: string): Promise<OwnMembership> {
  const all = await listOwnMemberships(actor);
  const own = all.find((space) => space.slug === slug);
  if (!own) throw new NotFound();
  return own;
}

export type SpaceMember = {
  personId: string;
  name: string;
  state: MembershipState;
  since: Date;
  message: string | null;
  /** No e-mail: a host keeps this person. */
  isKept: boolean;
  steps: StepLeft[];
  /** A host may take their own decision back. */
  mayUndo: boolean;
};

const mostShown = 500;
/** How long a « no » or an end stays on the page, to be taken back. */
const daysUndone = 30;

/**
 * Who belongs to a space, asks to, or was lately refused or ended, by name; NotFound for whoever does
 * not keep its members. A block does not hide a member from the host who answers for the place: what they
 * asked, the steps of their welcome and whom to call stay; their profile, ads and messages do not.
 */
export async function listMembersOf(
  actor: Actor,
  slug: string,
  at: Date,
): Promise<{ space: SpaceName; members: SpaceMember[] }> {
  const space = await findKeptSpace(actor, slug);
  const lately = new Date(at.getTime() - daysUndone * 86_400_000);
  const rows = await db.membership.findMany({
    where: {
      spaceId: space.id,
      person: { erasedAt: null },
      OR: [{ state: { in: ["requested", "active"] } }, { decidedAt: { gte: lately } }],
    },
    select: { ...memberColumns, person: { select: { name: true, email: true } } },
    orderBy: [{ person: { name: "asc" } }, { personId: "asc" }],
    take: mostShown,
  });
  const steps = await listStepsOf(
    space.id,
    rows.map(({ personId }) => personId),
  );
  return { space, members: rows.map((row) => viewOf(row, steps.get(row.personId) ?? [])) };
}

/** One of them, whatever the state; NotFound as for the list, and for whoever never asked to belong. */
export async function getMemberOf(
  actor: Actor,
  { slug, personId }: { slug: string; personId: string },
): Promise<{ space: SpaceName; member: SpaceMember }> {
  const space = await findKeptSpace(actor, slug);
  const row = await db.membership.findFirst({
    where: { spaceId: space.id, personId, person: { erasedAt: null } },
    select: { ...memberColumns, person: { select: { name: true, email: true } } },
  });
  if (!row) throw new NotFound();
  const steps = await listStepsOf(space.id, [personId]);
  return { space, member: viewOf(row, steps.get(personId) ?? []) };
}

/** The space, when the actor keeps its members; NotFound otherwise. */
export async function findKeptSpace(actor: Actor, slug: string): Promise<SpaceName> {
  const select = { id: true, slug: true, name: true };
  const space = await db.space.findUnique({ where: { slug }, select });
  if (!space || !canKeepMembers(actor, space.id)) throw new NotFound();
  return space;
}

const memberColumns = {
  personId: true,
  state: true,
  createdAt: true,
  decidedAt: true,
  decidedBy: true,
  message: true,
} as const;

type Row = {
  personId: string;
  state: MembershipState;
  createdAt: Date;
  decidedAt: Date | null;
  decidedBy: string | null;
  message: string | null;
  person: { name: string | null; email: string | null };
};

function viewOf({ person, createdAt, decidedAt, decidedBy, ...row }: Row, steps: StepLeft[]) {
  const isOver = row.state === "declined" || row.state === "ended";
  return {
    personId: row.personId,
    state: row.state,
    message: row.message,
    name: person.name ?? "",
    since: decidedAt ?? createdAt,
    isKept: person.email === null,
    mayUndo: isOver && decidedBy !== row.personId,
    steps,
  };
}

function rankOf({ state }: OwnMembership): number {
  if (state === "active") return 0;
  return state === "requested" ? 1 : 2;
}
