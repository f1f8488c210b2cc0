import { subMonths } from "date-fns";
import type { Actor } from "@/lib/core/actor";
import { Forbidden } from "@/lib/core/errors";
import { now } from "@/lib/infra/clock";
import { db } from "@/lib/infra/db";

/** How long the names of walk-ins, guests and companions are kept, in months: a year of reports and their comparison. */
const monthsKept = 13;

/** What stands for a first name that was forgotten. */
export const forgottenName = "–";

/** Forgets names of walk-ins, guests and companions after 13 months; the presence itself stays counted. System only. */
export async function forgetOldGuests(actor: Actor, at: Date = now()): Promise<void> {
  if (actor.kind !== "system") throw new Forbidden();
  const old = { endsAt: { lt: subMonths(at, monthsKept) } };
  await db.booking.updateMany({
    where: { ...old, companions: { isEmpty: false } },
    data: { companions: [] },
  });
  await db.booking.updateMany({
    where: {
      ...old,
      AND: [{ guestName: { not: null } }, { guestName: { not: forgottenName } }],
    },
    data: { guestName: forgottenName },
  });
}
