import { bookResource } from "@/lib/bookings/commands";
import type { PersonActor } from "@/lib/core/actor";
import { db } from "@/lib/infra/db";
import { mondayMorning, tuesday } from "./factories";

export const wholeDay = { day: tuesday, part: "day" as const };

/** The kinds of the mails of somebody, first first. */
export async function mailsTo(actor: PersonActor) {
  const rows = await db.notification.findMany({
    where: { personId: actor.personId },
    select: { kind: true },
    orderBy: { createdAt: "asc" },
  });
  return rows.map((row) => row.kind);
}

/** Somebody has a seat there, the whole of Tuesday unless told. */
export async function booked(actor: PersonActor, slug: string, wanted = wholeDay) {
  const result = await bookResource(actor, { slug, ...wanted }, mondayMorning);
  if (!result.ok) throw new Error(result.refusal);
  return result.value;
}
