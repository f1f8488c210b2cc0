import { randomUUID } from "node:crypto";
import { day } from "@/lib/core/day";
import { createEvent, editEvent } from "@/lib/events/editing/commands";
import { cancelBelowMinimum } from "@/lib/events/minimums/commands";
import { removePicture, savePicture } from "@/lib/events/pictures/commands";
import {
  acceptProposal,
  proposeEvent,
  refuseProposal,
  withdrawProposal,
} from "@/lib/events/proposals/commands";
import { repeatEvent } from "@/lib/events/series/commands";
import { cancelFollowing, editFollowing } from "@/lib/events/series/edits/commands";
import { cancelEvent, publishEvent, reopenEvent } from "@/lib/events/showings/commands";
import { answerNaming } from "@/lib/events/speakers/answers/commands";
import { addSpeaker, removeSpeaker } from "@/lib/events/speakers/commands";
import { db } from "@/lib/infra/db";
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

async function aProposalOf(world: World) {
  const input = { slug: world.here.slug, fields: plainFields() };
  const made = await proposeEvent(world.owner, input, mondayMorning);
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
  proposeEvent: {
    who: by.anybodySignedIn,
    say: async (w) =>
      proposeEvent(w.actor, { slug: w.here.slug, fields: plainFields() }, mondayMorning),
  },
  acceptProposal: {
    who: by.hostsAndStaff,
    say: async (w) => acceptProposal(w.actor, await aProposalOf(w), mondayMorning),
  },
  refuseProposal: {
    who: by.hostsAndStaff,
    say: async (w) =>
      refuseProposal(w.actor, { ...(await aProposalOf(w)), reason: "Complet" }, mondayMorning),
  },
  withdrawProposal: {
    who: ["owner"],
    say: async (w) => withdrawProposal(w.actor, await aProposalOf(w), mondayMorning),
  },
  answerNaming: {
    who: ["owner"],
    say: async (w) => {
      const { eventId } = await anEventOf(w, true);
      const { personId } = w.owner;
      const { id: speakerId } = await db.eventSpeaker.create({
        data: { spaceId: w.here.id, eventId, personId, askedAt: mondayMorning },
      });
      const answer = { speakerId, answer: "accept" as const, withSeries: false };
      return answerNaming(w.actor, answer, mondayMorning);
    },
  },
  repeatEvent: {
    who: by.hostsAndStaff,
    say: async (w) => {
      const { frequency, lastDay } = { frequency: "weekly" as const, lastDay: day("2026-07-02") };
      const input = { ...(await anEventOf(w, true)), frequency, lastDay, days: [] };
      return repeatEvent(w.actor, input, mondayMorning);
    },
  },
  editFollowing: {
    who: by.hostsAndStaff,
    say: async (w) => {
      const fields = plainFields({ title: "Autre" });
      return editFollowing(w.actor, { ...(await anEventOf(w, true)), fields }, mondayMorning);
    },
  },
  cancelFollowing: {
    who: by.hostsAndStaff,
    say: async (w) => cancelFollowing(w.actor, await anEventOf(w, true), mondayMorning),
  },
  savePicture: {
    who: by.hostsAndStaff,
    say: async (w) => {
      const picture = { bytes: Buffer.from("GIF89a"), alternative: "Une table." };
      return savePicture(w.actor, { ...(await anEventOf(w, true)), ...picture }, mondayMorning);
    },
  },
  removePicture: {
    who: by.hostsAndStaff,
    say: async (w) => removePicture(w.actor, await anEventOf(w, true), mondayMorning),
  },
  addSpeaker: {
    who: by.hostsAndStaff,
    say: async (w) =>
      addSpeaker(w.actor, { ...(await anEventOf(w, true)), guestName: "Jeanne" }, mondayMorning),
  },
  removeSpeaker: {
    who: by.hostsAndStaff,
    say: async (w) => {
      const input = { ...(await anEventOf(w, true)), speakerId: randomUUID() };
      return removeSpeaker(w.actor, input, mondayMorning);
    },
  },
  cancelBelowMinimum: { who: [], say: ({ actor }) => cancelBelowMinimum(actor, mondayMorning) },
};
