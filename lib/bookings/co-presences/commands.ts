import type { Actor } from "@/lib/core/actor";
import { dateColumn } from "@/lib/core/day";
import { Forbidden } from "@/lib/core/errors";
import { now } from "@/lib/infra/clock";
import { db, type Tx } from "@/lib/infra/db";
import { env } from "@/lib/infra/env";
import { notify } from "@/lib/notifications/commands";
import { type CoPresence, listSeekers, readCoPresences } from "./queries";

/** Of one mail: the soonest; the page has them all. */
const mostTold = 5;

/**
 * Tells everybody who looks for something of those who can help and will be there when they are; each
 * person and day once, whatever is run twice or at once. Run by the system only.
 */
export async function tellCoPresences(actor: Actor, at: Date = now()): Promise<void> {
  if (actor.kind !== "system") throw new Forbidden();
  for (const personId of await listSeekers(db, at)) {
    await db.$transaction((tx) => tellOne(tx, personId, at));
  }
}

async function tellOne(tx: Tx, personId: string, at: Date): Promise<void> {
  const found = await readCoPresences(tx, personId, at);
  if (found.length === 0) return;
  const written = await tx.coPresenceNotice.createManyAndReturn({
    data: found.map((one) => ({
      ...{ personId, otherId: one.personId, day: dateColumn(one.day), createdAt: at },
    })),
    skipDuplicates: true,
    select: { otherId: true, day: true },
  });
  const isNew = ({ personId: otherId, day }: CoPresence) =>
    written.some((one) => one.otherId === otherId && +one.day === +dateColumn(day));
  const matches = found.filter(isNew).slice(0, mostTold);
  const { email, locale } = await tx.person.findUniqueOrThrow({
    where: { id: personId },
    select: { email: true, locale: true },
  });
  if (matches.length === 0 || !email) return;
  const payload = coPresenceNotice(matches);
  await notify(tx, { kind: "co-presence", personId, email, locale, payload }, at);
}

/** What the mail says of each. */
export function coPresenceNotice(matches: CoPresence[]) {
  return {
    matches: matches.map(({ personId, name, need, offer, day, startsAt, endsAt, space }) => ({
      ...{ otherId: personId, name, need, offer, day },
      ...{ startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() },
      ...{ spaceName: space.name, timeZone: space.timeZone },
    })),
    url: `${env().NEXTAUTH_URL}/mon-espace/rencontres`,
  };
}
