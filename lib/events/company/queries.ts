import { isShown } from "@/lib/bookings/company/rules";
import type { Actor } from "@/lib/core/actor";
import { db } from "@/lib/infra/db";
import { isVisible, openAudiences } from "@/lib/members/audiences/rules";
import { listHiddenPeople } from "@/lib/members/blocks/queries";
import { audiencesSelect } from "@/lib/members/profiles/queries";

export type EventCompanion = {
  personId: string;
  name: string;
  /** They have a page that members may open. */
  hasPage: boolean;
};

export type EventCompany = {
  /** Those who chose to be seen, but oneself. */
  people: EventCompanion[];
  /** People with seats besides them, oneself left out. */
  others: number;
};

/**
 * Whom members see among those who have seats: who chose so for this event or in their profile, and whom no
 * block hides, either way. Null for a visitor, and when nobody has a seat.
 */
export async function findEventCompany(
  actor: Actor,
  event: { id: string; spaceId: string },
): Promise<EventCompany | null> {
  if (actor.kind !== "person") return null;
  const hidden = [...(await listHiddenPeople(actor.personId)), actor.personId];
  const rows = await db.eventRegistration.findMany({
    where: {
      ...{ spaceId: event.spaceId, eventId: event.id },
      ...{ state: "confirmed", source: { not: "walk_in" } },
    },
    select: {
      ...{ personId: true, quantity: true, shownToMembers: true },
      person: {
        select: {
          ...{ name: true, erasedAt: true },
          profile: { select: { sharesPresence: true, ...audiencesSelect } },
        },
      },
    },
    orderBy: { rank: "asc" },
  });
  const others = rows.filter(({ personId }) => personId !== actor.personId);
  const total = others.reduce((sum, { quantity }) => sum + quantity, 0);
  const people = others.flatMap(({ personId, person, shownToMembers }) => {
    if (!personId || !person?.name || person.erasedAt || hidden.includes(personId)) return [];
    const sees = isShown(shownToMembers, person.profile?.sharesPresence ?? false);
    const hasPage = isVisible(openAudiences(person.profile).name, "member");
    return sees ? [{ personId, name: person.name, hasPage }] : [];
  });
  return total === 0 ? null : { people, others: total - people.length };
}
