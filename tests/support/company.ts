import type { PersonActor } from "@/lib/core/actor";
import { type Day, day } from "@/lib/core/day";
import { db, type Prisma } from "@/lib/infra/db";
import { aMember } from "./actors";
import { aBooking } from "./factories";

type Space = { id: string; desks: { id: string }[] };
type Options = {
  desk: number;
  /** What the booking says; null leaves it to the profile. */
  shown?: boolean | null;
  name?: string;
  profile?: Partial<Omit<Prisma.ProfileUncheckedCreateInput, "personId">>;
  on?: Day;
  /** Hours in UTC. */
  from?: string;
  to?: string;
  actor?: PersonActor;
  checkedIn?: boolean;
};

/** Somebody with a booking on that Tuesday, in the morning in France unless told, seen by members unless told. */
export async function aComer(space: Space, options: Options) {
  const { desk, shown = true, name, profile, on = day("2026-06-16"), checkedIn } = options;
  const { from = "06:30", to = "10:30" } = options;
  const actor = options.actor ?? (await aMember());
  const { personId } = actor;
  if (name) await db.person.update({ where: { id: personId }, data: { name } });
  if (profile) {
    const data = { personId, ...profile };
    await db.profile.upsert({ where: { personId }, create: data, update: profile });
  }
  const startsAt = `${on}T${from}:00Z`;
  const booking = await aBooking({
    ...{ space, day: on, desk, personId, startsAt, endsAt: `${on}T${to}:00Z`, part: "morning" },
    ...(checkedIn ? { checkedInAt: startsAt } : {}),
  });
  await db.booking.updateMany({ where: { id: booking.id }, data: { shownToMembers: shown } });
  return { actor, personId, booking };
}

/** The first no longer wants to see nor be seen by the second. */
export async function blocks(blocker: PersonActor, blocked: PersonActor) {
  await db.block.create({ data: { blockerId: blocker.personId, blockedId: blocked.personId } });
}
