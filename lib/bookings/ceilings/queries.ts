import type { Interval } from "@/lib/core/interval";
import { Prisma, type Tx } from "@/lib/infra/db";

/**
 * The most people expected in a house at one instant of that interval, half-open, events' seats counted, and
 * when that is first (`house_peak`, which `take_place` asks too). What has lapsed at `at` is nobody.
 */
export async function fullestInstant(
  tx: Tx,
  spaceId: string,
  { startsAt, endsAt }: Interval,
  at: Date,
): Promise<{ people: number; instant: Date }> {
  const [row] = await tx.$queryRaw<{ people: number; instant: Date }[]>(Prisma.sql`
    SELECT people, instant FROM house_peak(${spaceId}::uuid, ${startsAt}, ${endsAt}, NULL, ${at})`);
  return row ?? { people: 0, instant: startsAt };
}
