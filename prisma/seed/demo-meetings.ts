import { bookResource } from "@/lib/bookings/commands";
import { thank } from "@/lib/bookings/thanks/commands";
import { listMeetings } from "@/lib/bookings/thanks/queries";
import type { PersonActor } from "@/lib/core/actor";
import { dayFromColumn } from "@/lib/core/day";
import { db } from "@/lib/infra/db";
import type { Member } from "./demo-history";

/** Who can help whom: the second books beside the first, for members to see. */
const seeker = "membre@demo.test";
const helper = "hote-ancienne-ecole@demo.test";
const words = "Merci pour le café et le coup de main sur l’affiche.";

/**
 * The member of the demonstration meets somebody who can help at their next booking, and was thanked by
 * the last one they met; by the commands of the members themselves.
 */
export async function seedMeetings(everybody: Member[], at: Date): Promise<{ bookings: number }> {
  const [sought, helping] = [actorOf(everybody, seeker), actorOf(everybody, helper)];
  const coming = await db.booking.findMany({
    where: {
      personId: sought.personId,
      state: "confirmed",
      startsAt: { gt: at, lt: new Date(at.getTime() + 12 * 86_400_000) },
      part: { not: "hours" },
    },
    select: { day: true, resource: { select: { space: { select: { slug: true } } } } },
    orderBy: { startsAt: "asc" },
  });
  let bookings = 0;
  for (const { day, resource } of coming.slice(0, 2)) {
    const wish = { slug: resource.space.slug, day: dayFromColumn(day), part: "morning" } as const;
    const booked = await bookResource(helping, { ...wish, shown: "yes" }, at);
    if (booked.ok) bookings += 1;
  }
  const [met] = await listMeetings(sought, at);
  if (met) {
    const other = everybody.find(({ id }) => id === met.personId);
    if (other) {
      const thanks = { personId: sought.personId, day: met.day, text: words };
      await thank(actorOf(everybody, other.email), thanks, at);
    }
  }
  return { bookings };
}

function actorOf(everybody: Member[], email: string): PersonActor {
  const member = everybody.find((each) => each.email === email);
  if (!member) throw new Error(`nobody called ${email} in the demonstration`);
  const { id, name } = member;
  return { kind: "person", personId: id, name, email, locale: "fr", grants: [] };
}
