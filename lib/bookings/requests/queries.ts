import type { Actor } from "@/lib/core/actor";
import { type Day, dayFromColumn } from "@/lib/core/day";
import { NotFound } from "@/lib/core/errors";
import { now } from "@/lib/infra/clock";
import { db } from "@/lib/infra/db";
import { getSpaceBySlug, type Space } from "@/lib/spaces/queries";
import { canRunDay } from "../policy";
import { listTakenIntervals } from "../queries";
import { freeAmong } from "../rules";
import type { BookedPart } from "../schema";
import { rivalsOf } from "./rules";

export type RequestToAnswer = {
  id: string;
  name: string;
  personId: string | null;
  day: Day;
  part: BookedPart;
  startsAt: Date;
  endsAt: Date;
  resourceId: string;
  resourceName: string;
  companions: string[];
  note: string | null;
  createdAt: Date;
  /** When it lapses by itself. */
  lapsesAt: Date | null;
  /** Its place is already had by somebody else: it can only be refused. */
  isTaken: boolean;
  /** How many other requests want the same place at the same time. */
  rivals: number;
};

const mostShown = 100;

/** Requests of a space that wait for an answer, the soonest first; a hundred at most. NotFound for others than its hosts. */
export async function listRequests(
  actor: Actor,
  slug: string,
  at: Date = now(),
): Promise<{ space: Space; requests: RequestToAnswer[] }> {
  const space = await getSpaceBySlug(slug);
  if (!canRunDay(actor, space.id)) throw new NotFound();
  const rows = await db.booking.findMany({
    where: {
      spaceId: space.id,
      state: "requested",
      OR: [{ lapsesAt: null }, { lapsesAt: { gt: at } }],
      endsAt: { gt: at },
    },
    select: {
      id: true,
      day: true,
      part: true,
      startsAt: true,
      endsAt: true,
      resourceId: true,
      companions: true,
      note: true,
      createdAt: true,
      lapsesAt: true,
      guestName: true,
      personId: true,
      person: { select: { name: true } },
      resource: { select: { name: true } },
    },
    orderBy: [{ startsAt: "asc" }, { createdAt: "asc" }],
    take: mostShown,
  });
  const requests = rows.map(({ day, person, guestName, resource, ...row }) => ({
    ...row,
    day: dayFromColumn(day),
    name: person?.name ?? guestName ?? "",
    resourceName: resource.name,
    rivals: rivalsOf(row, rows).length,
  }));
  const takenOnes = await takenAmong(space, requests, at);
  return {
    space,
    requests: requests.map((request) => ({ ...request, isTaken: takenOnes.has(request.id) })),
  };
}

async function takenAmong(
  space: Space,
  requests: Omit<RequestToAnswer, "isTaken">[],
  at: Date,
): Promise<Set<string>> {
  const [first, last] = [requests[0], requests.at(-1)];
  if (!first || !last) return new Set();
  const range = { first: first.day, last: last.day };
  const taken = (await listTakenIntervals([space], range, at)).get(space.id) ?? [];
  const kept = requests.filter((request) => {
    const resources = space.resources.filter(({ id }) => id === request.resourceId);
    return freeAmong(resources, taken, request).length === 0;
  });
  return new Set(kept.map(({ id }) => id));
}
