import { randomUUID } from "node:crypto";
import {
  announceClosure,
  announceNetworkClosure,
  withdrawClosure,
} from "@/lib/bookings/closures/commands";
import { makeMemberFeed, makeSpaceFeed, revokeFeed } from "@/lib/bookings/feeds/commands";
import { addImport, refreshImport, removeImport } from "@/lib/bookings/imports/commands";
import { lookUpPeople } from "@/lib/bookings/look-ups/commands";
import { changeOpening } from "@/lib/bookings/opening-changes/commands";
import { renewCheckInCode } from "@/lib/bookings/presence/commands";
import { answerRequests } from "@/lib/bookings/requests/commands";
import { changeSettings } from "@/lib/bookings/settings/commands";
import { addResources, changeResource } from "@/lib/bookings/terms/commands";
import { undoClosure } from "@/lib/bookings/undoings/commands";
import { type Actor, systemActor } from "@/lib/core/actor";
import { addDays } from "@/lib/core/day";
import { confirmImport, tryImport } from "@/lib/spaces/place-imports/commands";
import { findImportPlan } from "@/lib/spaces/place-imports/queries";
import { placeResources } from "@/lib/spaces/resources/commands";
import { firstSetup } from "@/lib/spaces/resources/rules";
import { noList, onDay } from "../closures";
import { mondayMorning, tuesday } from "../factories";
import { given, tuesdayMorning } from "../outside-calendars";
import { by, ten, type Verbs, type World } from "./world";

const nextTuesday = addDays(tuesday, 7);
const hits = { list: noList, all: "keep" as const, choices: {}, places: {} };
const closing = { when: onDay("day", nextTuesday), reason: "Panne", ...hits };
const settings = {
  noShowGraceMinutes: 60,
  offerMinutes: 60,
  cancelDaysBefore: 0,
  cancelUntilMinute: 480,
  bookingHorizonDays: 60,
  halfDayBoundary: 780,
  schoolZone: "C" as const,
  mostPeople: null,
};
const setup = () => ({ ...firstSetup("desk", tuesday), name: `Bureau ${randomUUID()}` });
const desk = ({ here }: World) => here.desks[0]?.id ?? "";

const tryPlaces = (actor: Actor) =>
  tryImport(
    actor,
    {
      bytes: new TextEncoder().encode("nom,commune,latitude,longitude\nAilleurs,Cahors,12,12\n"),
      ...{ source: "Un fichier", sourceDate: "2026-06-01", columns: {} },
    },
    mondayMorning,
  );

/** Of places around, taken in from a file by whoever answers for the network. */
const ofPlacesAround: Verbs = {
  tryImport: { who: by.staff, say: ({ actor }) => tryPlaces(actor) },
  confirmImport: {
    who: by.staff,
    say: async ({ actor }) => {
      const system = systemActor("test");
      const tried = await tryPlaces(system);
      const plan = await findImportPlan(system, tried.ok ? tried.value.id : null);
      return confirmImport(actor, { id: plan?.id ?? "", mark: plan?.mark ?? "" }, mondayMorning);
    },
  },
};

/** Of a space and its hours, by those who run it. */
const ofSpaces: Verbs = {
  answerRequests: {
    who: by.hosts,
    say: async (w) => {
      const bookingIds = [await w.booking("requested")];
      const input = { slug: w.here.slug, bookingIds, answer: "confirm" as const };
      return answerRequests(w.actor, input, mondayMorning);
    },
  },
  announceClosure: {
    who: by.hosts,
    say: ({ actor, here: { slug } }) => announceClosure(actor, { slug, ...closing }, mondayMorning),
  },
  announceNetworkClosure: {
    who: by.staff,
    say: ({ actor }) => announceNetworkClosure(actor, closing, mondayMorning),
  },
  withdrawClosure: {
    who: by.hosts,
    say: async (w) => withdrawClosure(w.actor, { closureId: await w.closure() }, mondayMorning),
  },
  undoClosure: {
    who: by.hosts,
    say: async (w) => undoClosure(w.actor, { closureId: await w.closure() }, mondayMorning),
  },
  changeOpening: {
    who: by.hosts,
    say: ({ actor, here: { slug } }) => {
      const change = { kind: "exception" as const, day: nextTuesday, hours: [], reason: null };
      return changeOpening(actor, { slug, change, ...hits }, mondayMorning);
    },
  },
  changeSettings: {
    who: by.hosts,
    say: ({ actor, here: { slug } }) =>
      changeSettings(actor, { slug, settings, mark: undefined }, mondayMorning),
  },
  addResources: {
    who: by.hosts,
    say: ({ actor, here: { slug } }) =>
      addResources(actor, { slug, kind: "desk", quantity: 1, setup: setup() }, mondayMorning),
  },
  changeResource: {
    who: by.hosts,
    say: (w) =>
      changeResource(
        w.actor,
        { slug: w.here.slug, resourceId: desk(w), setup: setup() },
        mondayMorning,
      ),
  },
  placeResources: {
    who: by.hosts,
    say: (w) => {
      const placements = [{ resourceId: desk(w), x: 10, y: 10 }];
      return placeResources(w.actor, { slug: w.here.slug, placements });
    },
  },
  lookUpPeople: {
    who: by.hosts,
    say: ({ actor, here: { slug } }) => lookUpPeople(actor, { slug, text: "a@exemple.test" }, ten),
  },
  renewCheckInCode: {
    who: by.hosts,
    say: ({ actor, here: { slug } }) => renewCheckInCode(actor, { slug }),
  },
  addImport: {
    who: by.hosts,
    say: (w) => {
      const input = { name: "Mairie", url: "https://exemple.test/a.ics" };
      const where = { slug: w.here.slug, resourceId: desk(w) };
      return addImport(w.actor, { ...where, ...input }, mondayMorning, given(tuesdayMorning));
    },
  },
  refreshImport: {
    who: by.hosts,
    say: async (w) => {
      const input = { slug: w.here.slug, importId: await w.calendarImport() };
      return refreshImport(w.actor, input, mondayMorning, given(tuesdayMorning));
    },
  },
  removeImport: {
    who: by.hosts,
    say: async (w) => {
      const input = { slug: w.here.slug, importId: await w.calendarImport() };
      return removeImport(w.actor, input, mondayMorning);
    },
  },
  makeSpaceFeed: {
    who: by.hosts,
    say: ({ actor, here: { slug } }) =>
      makeSpaceFeed(actor, { slug, busyOnly: true }, mondayMorning),
  },
  makeMemberFeed: {
    who: by.anybodySignedIn,
    say: ({ actor }) => makeMemberFeed(actor, { busyOnly: true }, mondayMorning),
  },
  revokeFeed: {
    who: by.owner,
    say: async (w) => revokeFeed(w.actor, { feed: await w.feed("owner") }, mondayMorning),
  },
};

export const rightsOverSpaces: Verbs = { ...ofSpaces, ...ofPlacesAround };
