import type { Actor } from "@/lib/core/actor";
import { dateColumn, dayFromColumn, dayOf } from "@/lib/core/day";
import { NotFound } from "@/lib/core/errors";
import { newId } from "@/lib/core/id";
import { ok, type Refused, type Result, refuse } from "@/lib/core/result";
import { writeJournal } from "@/lib/identity/journal/commands";
import { now } from "@/lib/infra/clock";
import { inTransaction, type Tx } from "@/lib/infra/db";
import { lockAlone } from "@/lib/infra/locks";
import { getSpaceBySlug, type Space } from "@/lib/spaces/queries";
import { canSetUpResources } from "@/lib/spaces/resources/policy";
import { listPartLinks, markOfSetup } from "@/lib/spaces/resources/queries";
import {
  changesOf,
  firstSetup,
  namesOf,
  type PartLink,
  partIdsOf,
  setupOf,
  wholesOf,
} from "@/lib/spaces/resources/rules";
import type {
  AddResourcesInput,
  ChangeResourceInput,
  ResourceSetup,
} from "@/lib/spaces/resources/schema";
import type { ResourceKind } from "@/lib/spaces/schema";
import { offerFreed } from "../offers/commands";
import { spaceLock } from "../places/commands";
import { settleSpace } from "../settlements/commands";
import { decideTerms, isNameTaken, type StandingOn } from "./rules";
import type { TermsRefusal } from "./schema";

/** Whoever waits is offered what is free from now on, as far as anybody may wait. */
const farthest = new Date("2200-01-01T00:00:00Z");

/**
 * Adds a resource, or several units of one, after those of its kind, and offers them to whoever waits.
 * Refuses `name_taken`, `past_day`. Hosts of the space; journalled.
 */
export async function addResources(
  actor: Actor,
  { slug, kind, quantity, setup }: AddResourcesInput,
  at: Date = now(),
): Promise<Result<{ ids: string[] }, TermsRefusal>> {
  return inTransaction<{ ids: string[] }, TermsRefusal>(async (tx) => {
    const space = await lockToSetUp(tx, actor, slug);
    const { id: spaceId, resources } = space;
    const today = dayOf(at, space.calendar.timeZone);
    const names = namesOf(setup.name, quantity);
    if (isNameTaken(resources, names)) return refuse("name_taken");
    const refused = decideTerms(firstSetup(kind, today), setup, {
      ...{ id: "", links: [], standing: [], today },
    });
    if (refused) return refused;
    const rank = await makeRoom(tx, space, kind, names.length);
    const ids: string[] = [];
    for (const [index, name] of names.entries()) {
      const id = newId();
      const row = { ...columnsOf({ ...setup, name }), id, spaceId, kind, rank: rank + index };
      await tx.resource.create({ data: row });
      await writeParts(tx, space, id, { before: [], after: setup.partIds });
      const after = { ...setup, name, kind };
      await writeJournal(tx, { actor, action: "resource.added", spaceId, subjectId: id, after });
      ids.push(id);
    }
    await offerFreed(tx, spaceId, { startsAt: at, endsAt: farthest }, at);
    return ok({ ids });
  });
}

/**
 * Says anew everything of a resource. Bookings made keep what they were booked under; a change that would
 * leave them without their place is refused (every TermsRefusal, see decideTerms), and one made on what
 * another host has changed since (`changed_since`). What the change frees is
 * offered to whoever waits. Hosts of the space; journalled, what differs alone.
 */
export async function changeResource(
  actor: Actor,
  { slug, resourceId, setup, mark }: ChangeResourceInput,
  at: Date = now(),
): Promise<Result<{ isChanged: boolean }, TermsRefusal>> {
  return inTransaction<{ isChanged: boolean }, TermsRefusal>(async (tx) => {
    const space = await lockToSetUp(tx, actor, slug);
    const { id: spaceId, resources } = space;
    const resource = resources.find(({ id }) => id === resourceId);
    if (!resource) throw new NotFound();
    const links = await listPartLinks(tx, spaceId);
    const before = setupOf(resource, partIdsOf(links, resourceId));
    const change = changesOf(before, setup);
    if (!change) return ok({ isChanged: false });
    if (mark && mark !== markOfSetup(before)) return refuse("changed_since");
    const refused = await whyNot(tx, space, { id: resourceId, before, after: setup, links }, at);
    if (refused) return refused;
    await tx.resource.update({
      where: { spaceId_id: { spaceId, id: resourceId } },
      data: columnsOf(setup),
    });
    await writeParts(tx, space, resourceId, { before: before.partIds, after: setup.partIds });
    await writeJournal(tx, {
      ...{ actor, action: "resource.changed", spaceId, subjectId: resourceId },
      ...change,
    });
    await offerFreed(tx, spaceId, { startsAt: at, endsAt: farthest }, at);
    return ok({ isChanged: true });
  });
}

type Wish = { id: string; before: ResourceSetup; after: ResourceSetup; links: PartLink[] };

async function whyNot(
  tx: Tx,
  { id: spaceId, resources, calendar }: Space,
  { id, before, after, links }: Wish,
  at: Date,
): Promise<Refused<TermsRefusal> | null> {
  if (isNameTaken(resources, [after.name], id)) return refuse("name_taken");
  // The constraint judges rows as they are: what has lapsed must say so before places are joined.
  if (String(before.partIds) !== String(after.partIds)) await settleSpace(tx, spaceId, at);
  const standing = await listStandingOn(tx, [id, ...wholesOf(links, id)], at);
  return decideTerms(before, after, { id, links, standing, today: dayOf(at, calendar.timeZone) });
}

/** The space as it is once nobody else books there; NotFound for who does not set it up. */
async function lockToSetUp(tx: Tx, actor: Actor, slug: string): Promise<Space> {
  const { id } = await getSpaceBySlug(slug, tx);
  if (!canSetUpResources(actor, id)) throw new NotFound();
  await lockAlone(tx, spaceLock(id));
  return getSpaceBySlug(slug, tx);
}

/** Bookings and requests not over, not lapsed, nobody gone: what still needs the resource. */
async function listStandingOn(tx: Tx, resourceIds: string[], at: Date): Promise<StandingOn[]> {
  const rows = await tx.booking.findMany({
    where: {
      resourceId: { in: resourceIds },
      state: { in: ["requested", "held", "confirmed"] },
      endsAt: { gt: at },
      checkedOutAt: null,
      OR: [{ lapsesAt: null }, { lapsesAt: { gt: at } }],
    },
    select: { resourceId: true, day: true, companions: true, people: true },
  });
  return rows.map(({ day, ...row }) => ({ ...row, day: dayFromColumn(day) }));
}

/** Rank after the last of the kind, those behind it moved on; last of all for the first of a kind. */
async function makeRoom(
  tx: Tx,
  { id: spaceId }: Space,
  kind: ResourceKind,
  count: number,
): Promise<number> {
  const last = async (where: { kind?: ResourceKind }) =>
    (await tx.resource.aggregate({ where: { spaceId, ...where }, _max: { rank: true } }))._max.rank;
  const rank = (await last({ kind })) ?? (await last({})) ?? 0;
  await tx.resource.updateMany({
    where: { spaceId, rank: { gt: rank } },
    data: { rank: { increment: count } },
  });
  return rank + 1;
}

/** The trigger `resource_part_changed` gives the bookings to come their new places. */
async function writeParts(
  tx: Tx,
  { id: spaceId, resources }: Space,
  wholeId: string,
  { before, after }: { before: string[]; after: string[] },
): Promise<void> {
  const known = resources.map(({ id }) => id);
  if (!after.every((id) => known.includes(id))) throw new NotFound();
  const gone = before.filter((id) => !after.includes(id));
  const added = after.filter((id) => !before.includes(id));
  if (gone.length > 0) {
    await tx.resourcePart.deleteMany({ where: { spaceId, wholeId, partId: { in: gone } } });
  }
  if (added.length > 0) {
    await tx.resourcePart.createMany({
      data: added.map((partId) => ({ spaceId, wholeId, partId })),
    });
  }
}

function columnsOf({ partIds, inServiceFrom, inServiceUntil, ...setup }: ResourceSetup) {
  return {
    ...setup,
    inServiceFrom: dateColumn(inServiceFrom),
    inServiceUntil: inServiceUntil && dateColumn(inServiceUntil),
  };
}
