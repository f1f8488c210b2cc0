import type { Actor } from "@/lib/core/actor";
import { Forbidden } from "@/lib/core/errors";
import { now } from "@/lib/infra/clock";
import { db } from "@/lib/infra/db";
import { remindOfBooking } from "../notices/commands";
import { listDueReminders } from "./queries";

/**
 * Reminds everybody of what they booked for the next day, once; whoever chose none is not. What is cancelled
 * or moved before it is sent is not sent (see rechecks). Bears being run twice. Run by the system only.
 */
export async function remindOfBookings(actor: Actor, at: Date = now()): Promise<void> {
  if (actor.kind !== "system") throw new Forbidden();
  for (const { bookingId, key } of await listDueReminders(db, at)) {
    await db.$transaction((tx) => remindOfBooking(tx, bookingId, key, at));
  }
}
