import { now } from "@/lib/infra/clock";
import { db } from "@/lib/infra/db";

export type Induction = {
  slug: string;
  title: string;
  startsAt: Date;
  endsAt: Date;
  spaceName: string;
  timeZone: string;
};

const mostShown = 3;

/** The next events to come that grant that habilitation, soonest first, three at the most; public. */
export async function listInductions(
  habilitationId: string,
  at: Date = now(),
): Promise<Induction[]> {
  const rows = await db.event.findMany({
    where: { habilitationId, state: "published", startsAt: { gt: at } },
    select: {
      ...{ slug: true, title: true, startsAt: true, endsAt: true },
      space: { select: { name: true, timeZone: true } },
    },
    orderBy: [{ startsAt: "asc" }, { id: "asc" }],
    take: mostShown,
  });
  return rows.map(({ space, ...row }) => ({
    ...row,
    spaceName: space.name,
    timeZone: space.timeZone,
  }));
}
