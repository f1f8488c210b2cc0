import type { Interval } from "@/lib/core/interval";
import { db } from "@/lib/infra/db";

export type ComingClosure = Interval & {
  id: string;
  reason: string;
  createdAt: Date;
  /** Only this resource; null = the whole space. */
  resource: { id: string; name: string } | null;
  /** Announced for the whole network at once: taken back by its staff. */
  isNetwork: boolean;
};

/** Closures of a space that are not over, whole or of one resource, soonest first; public. */
export async function listComingClosures(spaceId: string, at: Date): Promise<ComingClosure[]> {
  const [closures, resources] = await Promise.all([
    db.closure.findMany({
      where: { spaceId, withdrawnAt: null, endsAt: { gt: at } },
      select: {
        id: true,
        startsAt: true,
        endsAt: true,
        reason: true,
        createdAt: true,
        resourceId: true,
        announcementId: true,
      },
      orderBy: [{ startsAt: "asc" }, { createdAt: "asc" }],
    }),
    db.resource.findMany({ where: { spaceId }, select: { id: true, name: true } }),
  ]);
  return closures.map(({ resourceId, announcementId, ...closure }) => ({
    ...closure,
    resource: resources.find(({ id }) => id === resourceId) ?? null,
    isNetwork: announcementId !== null,
  }));
}

export type NetworkClosure = Interval & {
  announcementId: string;
  reason: string;
  createdAt: Date;
  spaces: { id: string; slug: string; name: string; timeZone: string; halfDayBoundary: number }[];
};

/** Closures announced for the whole network that are not over, soonest first; public. */
export async function listNetworkClosures(at: Date): Promise<NetworkClosure[]> {
  const rows = await db.closure.findMany({
    where: { announcementId: { not: null }, withdrawnAt: null, endsAt: { gt: at } },
    select: {
      announcementId: true,
      startsAt: true,
      endsAt: true,
      reason: true,
      createdAt: true,
      space: {
        select: { id: true, slug: true, name: true, timeZone: true, halfDayBoundary: true },
      },
    },
    orderBy: [{ startsAt: "asc" }, { createdAt: "asc" }],
  });
  const announced = new Map<string, NetworkClosure>();
  for (const { announcementId, space, ...closure } of rows) {
    if (!announcementId) continue;
    const known = announced.get(announcementId);
    if (known) known.spaces.push(space);
    else announced.set(announcementId, { announcementId, ...closure, spaces: [space] });
  }
  return [...announced.values()];
}
