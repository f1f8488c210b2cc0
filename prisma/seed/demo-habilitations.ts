import { type Day, dateColumn } from "@/lib/core/day";
import { newId } from "@/lib/core/id";
import { ok } from "@/lib/core/result";
import { grantInduction } from "@/lib/events/inductions/commands";
import { db, inTransaction } from "@/lib/infra/db";
import type { Member } from "./demo-history";

const dayMs = 86_400_000;

/**
 * Two habilitations: the badge, given by the inductions whoever came to, and a laser cutter that asks for
 * its own. The member of the demonstration holds both, one about to end.
 */
export async function seedHabilitations(
  members: readonly Member[],
  opened: Day,
  at: Date,
): Promise<void> {
  const createdAt = dateColumn(opened);
  const badge = newId();
  const laser = newId();
  await db.habilitation.createMany({
    data: [
      { id: badge, name: { fr: "Badge du lieu", en: "Badge of the place" }, createdAt },
      {
        ...{ id: laser, name: { fr: "Découpeuse laser", en: "Laser cutter" } },
        ...{ validMonths: 24, createdAt },
      },
    ],
  });
  await grantBadges(badge, at);
  await setUpLaser(laser, createdAt);
  const host = members.find(({ email }) => email === "hote@demo.test")?.id ?? null;
  const own = members.find(({ email }) => email === "membre@demo.test");
  const others = members.filter(({ email, until }) => /^membre-/.test(email) && until === 0);
  const people = [...(own ? [own] : []), ...others.slice(0, 9)];
  await db.habilitationGrant.createMany({
    data: people.map(({ id: personId }, index) => ({
      ...{ habilitationId: laser, personId, grantedBy: host },
      grantedAt: new Date(at.getTime() - (710 - index * 40) * dayMs),
      expiresAt: new Date(at.getTime() + (20 + index * 40) * dayMs),
    })),
  });
  if (own) {
    const data = { habilitationId: badge, personId: own.id, grantedAt: createdAt, grantedBy: host };
    await db.habilitationGrant.create({ data });
  }
}

async function grantBadges(habilitationId: string, at: Date): Promise<void> {
  await db.event.updateMany({ where: { theme: "induction" }, data: { habilitationId } });
  const held = await db.event.findMany({
    where: { theme: "induction", state: "published", endsAt: { lt: at } },
    select: { spaceId: true, id: true, endsAt: true },
    orderBy: { startsAt: "asc" },
  });
  for (const event of held) {
    await inTransaction(async (tx) => {
      await grantInduction(tx, event, event.endsAt);
      return ok(null);
    });
  }
}

/** In one of the invented places: a machine nobody uses without having been shown. */
async function setUpLaser(habilitationId: string, inServiceFrom: Date): Promise<void> {
  const space = await db.space.findFirst({
    where: { slug: "les-tilleuls" },
    select: { id: true, _count: { select: { resources: true } } },
  });
  if (!space) return;
  await db.resource.create({
    data: {
      ...{ id: newId(), spaceId: space.id, kind: "equipment", name: "Découpeuse laser" },
      ...{ rank: space._count.resources + 1, features: [], inServiceFrom, habilitationId },
      modes: ["half_day", "day"],
    },
  });
}
