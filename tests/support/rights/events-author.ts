import { createEvent, editEvent } from "@/lib/events/editing/commands";
import { cancelEvent, publishEvent, reopenEvent } from "@/lib/events/showings/commands";
import { mondayMorning } from "../factories";
import { plainFields } from "../plain-events";
import { by, type Verbs, type World } from "./world";

/** Of a host, shown or being written. */
async function anEventOf(world: World, publishes: boolean) {
  const input = { slug: world.here.slug, publishes, fields: plainFields() };
  const made = await createEvent(await world.host(), input, mondayMorning);
  if (!made.ok) throw new Error(made.refusal);
  return { eventId: made.value.id };
}

/** Who makes events of a space, and says what becomes of them. */
export const rightsOverEvents: Verbs = {
  createEvent: {
    who: by.hostsAndStaff,
    say: async (w) =>
      createEvent(
        w.actor,
        { slug: w.here.slug, publishes: true, fields: plainFields() },
        mondayMorning,
      ),
  },
  editEvent: {
    who: by.hostsAndStaff,
    say: async (w) => {
      const fields = plainFields({ title: "Autre" });
      return editEvent(w.actor, { ...(await anEventOf(w, true)), fields }, mondayMorning);
    },
  },
  publishEvent: {
    who: by.hostsAndStaff,
    say: async (w) => publishEvent(w.actor, await anEventOf(w, false), mondayMorning),
  },
  cancelEvent: {
    who: by.hostsAndStaff,
    say: async (w) => cancelEvent(w.actor, await anEventOf(w, true), mondayMorning),
  },
  reopenEvent: {
    who: by.hostsAndStaff,
    say: async (w) => reopenEvent(w.actor, await anEventOf(w, true), mondayMorning),
  },
};
