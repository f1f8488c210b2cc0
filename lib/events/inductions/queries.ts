import { now } from "@/lib/infra/clock";
import { db } from "@/lib/infra/db";
import { listBelowMinimum, minimumSelect } from "../minimums/queries";

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
      ...minimumSelect,
      ...{ slug: true, title: true, endsAt: true },
      space: { select: { name: true, timeZone: true } },
    },
    orderBy: [{ startsAt: "asc" }, { id: "asc" }],
    take: mostShown * 2,
  });
  const short = await listBelowMinimum(rows, at);
  const held = rows.filter(({ id }) => !short.includes(id)).slice(0, mostShown);
  return held.map(({ slug, title, startsAt, endsAt, space }) => ({
    ...{ slug, title, startsAt, endsAt },
    spaceName: space.name,
    timeZone: space.timeZone,
  }));
}
