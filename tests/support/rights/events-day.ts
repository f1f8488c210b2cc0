import { randomUUID } from "node:crypto";
import {
  countHeads,
  noteAtTheDoor,
  saveAttendance,
  saveSheet,
  withdrawArrival,
} from "@/lib/events/attendance/commands";
import { askFeedback } from "@/lib/events/feedback/askings/commands";
import { anEvent } from "../events";
import { tuesday } from "../factories";
import { by, ten, type Verbs, type World } from "./world";

const event = async ({ here }: World) => (await anEvent(here, { on: tuesday })).slug;

/** Who comes to an event is seen and noted by its hosts alone; staff read figures. */
export const rightsOverEventDays: Verbs = {
  askFeedback: { who: [], say: ({ actor }) => askFeedback(actor, ten) },
  saveAttendance: {
    who: by.hosts,
    say: async (w) =>
      saveAttendance(w.actor, { event: await event(w), marks: [], arrivals: [] }, ten),
  },
  saveSheet: {
    who: by.hosts,
    say: async (w) => saveSheet(w.actor, { event: await event(w), was: [], ticked: [] }, ten),
  },
  noteAtTheDoor: {
    who: by.hosts,
    say: async (w) =>
      noteAtTheDoor(w.actor, { event: await event(w), id: randomUUID(), name: "Paul" }, ten),
  },
  withdrawArrival: {
    who: by.hosts,
    say: async (w) => withdrawArrival(w.actor, { event: await event(w), id: randomUUID() }, ten),
  },
  countHeads: {
    who: by.hosts,
    say: async (w) => countHeads(w.actor, { event: await event(w), heads: 3 }, ten),
  },
};
