import { randomUUID } from "node:crypto";
import { settleLines } from "@/lib/events/offers/commands";
import {
  registerSomebody,
  removeRegistration,
  resizeRegistration,
  restoreRegistration,
} from "@/lib/events/registrations/hosted/commands";
import { remindOfEvents } from "@/lib/events/reminders/commands";
import { tellEventChange } from "@/lib/events/tellings/commands";
import { anEvent, aRegistration } from "../events";
import { mondayMorning as at } from "../factories";
import { by, type Verbs } from "./world";

/** Of the people of an event: its hosts'; the links of the mails open the rest. */
export const rightsOverRegistrations: Verbs = {
  registerSomebody: {
    who: by.hosts,
    say: async ({ actor, here }) => {
      const { slug: event } = await anEvent(here);
      const whom = { name: "Une voisine", email: undefined, quantity: 1, names: {}, answers: {} };
      const how = { key: randomUUID(), mayWait: false, locale: "fr" as const };
      return registerSomebody(actor, { space: here.slug, event, ...whom, ...how }, at);
    },
  },
  removeRegistration: {
    who: by.hosts,
    say: async ({ actor, here }) => {
      const event = await anEvent(here);
      const { id: registrationId } = await aRegistration(event);
      const where = { space: here.slug, event: event.slug };
      return removeRegistration(actor, { ...where, registrationId, reason: "En double" }, at);
    },
  },
  resizeRegistration: {
    who: by.hosts,
    say: async ({ actor, here }) => {
      const event = await anEvent(here);
      const { id: registrationId } = await aRegistration(event);
      const where = { space: here.slug, event: event.slug };
      return resizeRegistration(actor, { ...where, registrationId, quantity: 2 }, at);
    },
  },
  restoreRegistration: {
    who: by.hosts,
    say: async ({ actor, here }) => {
      const event = await anEvent(here);
      const ended = { state: "cancelled" as const, endedAt: at, endReason: "En double" };
      const { id: registrationId } = await aRegistration(event, ended);
      const where = { space: here.slug, event: event.slug };
      return restoreRegistration(actor, { ...where, registrationId, mayWait: false }, at);
    },
  },
  remindOfEvents: { who: [], say: ({ actor }) => remindOfEvents(actor, at) },
  settleLines: { who: [], say: ({ actor }) => settleLines(actor, at) },
  tellEventChange: {
    who: [],
    say: ({ actor, here }) =>
      tellEventChange(actor, { spaceId: here.id, changeId: randomUUID() }, at),
  },
};
