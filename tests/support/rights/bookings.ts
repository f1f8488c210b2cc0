import { randomUUID } from "node:crypto";
import { cancelRange } from "@/lib/bookings/absences/commands";
import { checkIn, checkOut, markNoShow, undoCheckIn } from "@/lib/bookings/check-ins/commands";
import { bookResource, cancelBooking } from "@/lib/bookings/commands";
import { chooseShown } from "@/lib/bookings/company/commands";
import { bookDelegated } from "@/lib/bookings/delegated/commands";
import { changeDetails } from "@/lib/bookings/details/commands";
import { bookFor } from "@/lib/bookings/hosted/commands";
import { moveBooking } from "@/lib/bookings/moves/commands";
import { annotateBooking } from "@/lib/bookings/notes/commands";
import { checkInHere, checkOutHere } from "@/lib/bookings/presence/commands";
import { reinstateBooking, releaseBooking } from "@/lib/bookings/releases/commands";
import { confirmRequest, refuseRequest } from "@/lib/bookings/requests/commands";
import { closeRefusal, extendSeries, retryRefused } from "@/lib/bookings/series/additions/commands";
import { cancelSeries } from "@/lib/bookings/series/cancellations/commands";
import { bookSeries } from "@/lib/bookings/series/commands";
import { editSeries } from "@/lib/bookings/series/edits/commands";
import { acceptSwap, declineSwap, proposeSwap, withdrawSwap } from "@/lib/bookings/swaps/commands";
import { swapCodeOf } from "@/lib/bookings/swaps/rules";
import { acceptOffer, leaveWaitingList } from "@/lib/bookings/waiting-list/answers/commands";
import { joinWaitingList } from "@/lib/bookings/waiting-list/commands";
import { welcomeWalkIn } from "@/lib/bookings/walk-ins/commands";
import { bookInCell, moveToCell } from "@/lib/bookings/weeks/commands";
import { addDays } from "@/lib/core/day";
import { firstSetup } from "@/lib/spaces/resources/rules";
import { noList, onDay } from "../closures";
import { mondayMorning, tuesday } from "../factories";
import { aSeriesWish } from "../series";
import { by, ten, type Verbs, type World } from "./world";

const nextTuesday = addDays(tuesday, 7);
const hits = { list: noList, all: "keep" as const, choices: {}, places: {} };
const _closing = { when: onDay("day", nextTuesday), reason: "Panne", ...hits };
const _settings = {
  noShowGraceMinutes: 60,
  offerMinutes: 60,
  cancelDaysBefore: 0,
  cancelUntilMinute: 480,
  bookingHorizonDays: 60,
  halfDayBoundary: 780,
  schoolZone: "C" as const,
  mostPeople: null,
};
const _setup = () => ({ ...firstSetup("desk", tuesday), name: `Bureau ${randomUUID()}` });
const desk = ({ here }: World) => here.desks[0]?.id ?? "";

/** What is said of one booking of the owner. */
const ofBookings: Verbs = {
  cancelBooking: {
    who: by.ownerAndHosts,
    say: async (w) => cancelBooking(w.actor, { bookingId: await w.booking() }, mondayMorning),
  },
  moveBooking: {
    who: by.ownerAndHosts,
    say: async (w) =>
      moveBooking(
        w.actor,
        { bookingId: await w.booking(), day: tuesday, part: "afternoon" },
        mondayMorning,
      ),
  },
  moveToCell: {
    who: by.ownerAndHosts,
    say: async (w) => {
      const cell = { resourceId: desk(w), day: tuesday, part: "morning" as const };
      return moveToCell(w.actor, { bookingId: await w.booking(), ...cell }, mondayMorning);
    },
  },
  releaseBooking: {
    who: by.ownerAndHosts,
    say: async (w) => releaseBooking(w.actor, { bookingId: await w.booking() }, ten),
  },
  reinstateBooking: {
    who: by.hosts,
    say: async (w) => reinstateBooking(w.actor, { bookingId: await w.booking() }, ten),
  },
  checkIn: {
    who: by.hosts,
    say: async (w) => checkIn(w.actor, { bookingId: await w.booking() }, ten),
  },
  undoCheckIn: {
    who: by.hosts,
    say: async (w) => undoCheckIn(w.actor, { bookingId: await w.booking() }, ten),
  },
  checkOut: {
    who: by.ownerAndHosts,
    say: async (w) => checkOut(w.actor, { bookingId: await w.booking() }, ten),
  },
  markNoShow: {
    who: by.hosts,
    say: async (w) => markNoShow(w.actor, { bookingId: await w.booking() }, ten),
  },
  confirmRequest: {
    who: by.hosts,
    say: async (w) =>
      confirmRequest(w.actor, { bookingId: await w.booking("requested") }, mondayMorning),
  },
  refuseRequest: {
    who: by.hosts,
    say: async (w) =>
      refuseRequest(
        w.actor,
        { bookingId: await w.booking("requested"), reason: "Non" },
        mondayMorning,
      ),
  },
  annotateBooking: {
    who: by.hosts,
    say: async (w) => annotateBooking(w.actor, { bookingId: await w.booking(), note: "Écran" }),
  },
  changeDetails: {
    who: by.ownerAndHosts,
    say: async (w) =>
      changeDetails(w.actor, { bookingId: await w.booking(), companions: [] }, mondayMorning),
  },
  chooseShown: {
    who: by.owner,
    say: async (w) =>
      chooseShown(w.actor, { bookingId: await w.booking(), shown: "yes" }, mondayMorning),
  },
  proposeSwap: {
    who: by.owner,
    say: async (w) => {
      const code = swapCodeOf(randomUUID());
      return proposeSwap(w.actor, { bookingId: await w.booking(), code }, mondayMorning);
    },
  },
  acceptSwap: {
    who: by.owner,
    say: async (w) => acceptSwap(w.actor, { swapId: await w.swap("other") }, mondayMorning),
  },
  declineSwap: {
    who: by.owner,
    say: async (w) => declineSwap(w.actor, { swapId: await w.swap("other") }, mondayMorning),
  },
  withdrawSwap: {
    who: by.owner,
    say: async (w) => withdrawSwap(w.actor, { swapId: await w.swap("owner") }, mondayMorning),
  },
};

/** Of a series, of the waiting line. */
const ofSeries: Verbs = {
  bookSeries: {
    who: by.anybodySignedIn,
    say: (w) => bookSeries(w.actor, aSeriesWish(w.here), mondayMorning),
  },
  editSeries: {
    who: by.ownerAndHosts,
    say: async (w) => {
      const moment = { part: "morning" as const };
      const change = { from: nextTuesday, resourceId: desk(w), moment };
      return editSeries(w.actor, { seriesId: await w.series(), ...change }, mondayMorning);
    },
  },
  cancelSeries: {
    who: by.ownerAndHosts,
    say: async (w) =>
      cancelSeries(w.actor, { seriesId: await w.series(), scope: "all" }, mondayMorning),
  },
  retryRefused: {
    who: by.ownerAndHosts,
    say: async (w) =>
      retryRefused(w.actor, { seriesId: await w.series(), day: tuesday }, mondayMorning),
  },
  closeRefusal: {
    who: by.ownerAndHosts,
    say: async (w) =>
      closeRefusal(w.actor, { seriesId: await w.series(), day: tuesday }, mondayMorning),
  },
  extendSeries: {
    who: by.ownerAndHosts,
    say: async (w) => {
      const lastDay = addDays(tuesday, 35);
      return extendSeries(w.actor, { seriesId: await w.series(), lastDay }, mondayMorning);
    },
  },
  cancelRange: {
    who: by.anybodySignedIn,
    say: (w) => cancelRange(w.actor, { from: tuesday, until: nextTuesday }, mondayMorning),
  },
  joinWaitingList: {
    who: by.anybodySignedIn,
    say: ({ actor, here }) => {
      const wish = { slug: here.slug, day: tuesday, part: "day" as const, quantity: 1 };
      return joinWaitingList(actor, wish, mondayMorning);
    },
  },
  leaveWaitingList: {
    who: by.owner,
    say: async (w) => leaveWaitingList(w.actor, { entryId: await w.waitingEntry() }, mondayMorning),
  },
  acceptOffer: {
    who: by.owner,
    say: async (w) => acceptOffer(w.actor, { entryId: await w.waitingEntry() }, mondayMorning),
  },
};

/** By whoever comes, for themselves or for others. */
const ofComing: Verbs = {
  bookResource: {
    who: by.anybodySignedIn,
    say: ({ actor, here }) =>
      bookResource(actor, { slug: here.slug, day: tuesday, part: "day" }, mondayMorning),
  },
  bookFor: {
    who: by.hosts,
    say: ({ actor, here: { slug } }) =>
      bookFor(actor, { slug, day: tuesday, part: "day", guestName: "Jeanne" }, mondayMorning),
  },
  bookInCell: {
    who: by.hosts,
    say: (w) => {
      const cell = { resourceId: desk(w), day: tuesday, part: "day" as const };
      const input = { slug: w.here.slug, guestName: "Jeanne", ...cell };
      return bookInCell(w.actor, input, mondayMorning);
    },
  },
  /** The owner is a delegate of the organisation; so is nobody else. */
  bookDelegated: {
    who: by.owner,
    say: async ({ actor, here, organisation, beneficiaryOf }) => {
      const organisationId = await organisation();
      const personId = await beneficiaryOf(organisationId);
      const wish = { slug: here.slug, day: tuesday, part: "day" as const };
      const whom = { organisationId, personId, idempotencyKey: randomUUID() };
      return bookDelegated(actor, { ...whom, ...wish }, mondayMorning);
    },
  },
  welcomeWalkIn: {
    who: by.hosts,
    say: ({ actor, here: { slug } }) => {
      const idempotencyKey = randomUUID();
      return welcomeWalkIn(actor, { slug, part: "day", guestName: "Jean", idempotencyKey }, ten);
    },
  },
  checkInHere: {
    who: by.anybodySignedIn,
    say: ({ actor, here: { slug } }) => checkInHere(actor, { slug, code: "ABCDEF" }, ten),
  },
  checkOutHere: {
    who: by.anybodySignedIn,
    say: ({ actor, here: { slug } }) => checkOutHere(actor, { slug }, ten),
  },
};

export const rightsOverBookings: Verbs = { ...ofBookings, ...ofSeries, ...ofComing };
