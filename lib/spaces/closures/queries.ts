import type { Interval } from "@/lib/core/interval";
import { db } from "@/lib/infra/db";

export type ComingClosure = Interval & { id: string; reason: string };

/** Closures of a space that are not over, soonest first; public. */
export async function listComingClosures(spaceId: string, at: Date): Promise<ComingClosure[]> {
  return db.closure.findMany({
    where: { spaceId, withdrawnAt: null, endsAt: { gt: at } },
    select: { id: true, startsAt: true, endsAt: true, reason: true },
    orderBy: { startsAt: "asc" },
  });
}
