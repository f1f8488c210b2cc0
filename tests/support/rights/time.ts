import { randomUUID } from "node:crypto";
import { tellCoPresences } from "@/lib/bookings/co-presences/commands";
import { forgetRevokedFeeds, noteFeedRead } from "@/lib/bookings/feeds/commands";
import { queueImportReadings, readImportAgain } from "@/lib/bookings/imports/commands";
import { remindOfBookings } from "@/lib/bookings/reminders/commands";
import { forgetOldGuests } from "@/lib/bookings/retention/commands";
import { bookReachedDates } from "@/lib/bookings/series/reached-dates/commands";
import { settleEverywhere } from "@/lib/bookings/settlements/commands";
import type { Actor } from "@/lib/core/actor";
import { day } from "@/lib/core/day";
import { freezeFirstTimers } from "@/lib/events/first-timers/commands";
import { issueTokens } from "@/lib/identity/api-tokens/commands";
import { purgeExpired } from "@/lib/identity/commands";
import { sealJournal } from "@/lib/identity/journal/seals/commands";
import { tellEndingHabilitations } from "@/lib/members/habilitations/commands";
import { deliverNotification } from "@/lib/notifications/commands";
import { sendDigest } from "@/lib/notifications/digests/commands";
import { deliverPush } from "@/lib/notifications/push/commands";
import { deliverWebhook } from "@/lib/notifications/webhooks/commands";
import { erasePerson } from "@/lib/privacy/erasures/commands";
import { eraseInactive, freeLeftBehind, warnInactive } from "@/lib/privacy/inactivity/commands";
import { forgetOverdue } from "@/lib/privacy/retention/commands";
import {
  askForRecounts,
  isUpToDate,
  recountDailyFacts,
  refreshFacts,
} from "@/lib/reports/facts/commands";
import { freezeOldMonths } from "@/lib/reports/frozen-months/commands";
import { prepareReport } from "@/lib/reports/preparations/commands";
import {
  fetchSchoolHolidays,
  importSchoolHolidays,
  loadSchoolHolidays,
} from "@/lib/spaces/school-holidays/commands";
import { loadTerritory } from "@/lib/spaces/territory/commands";
import { forgetOldContacts } from "@/lib/surveys/contacts/commands";
import { tellOpenings } from "@/lib/surveys/contacts/tellings/commands";
import { forgetOldDrafts } from "@/lib/surveys/drafts/commands";
import { holdBursts } from "@/lib/surveys/floods/bursts/commands";
import { countBatches } from "@/lib/surveys/publications/commands";
import { forgetTakenBack } from "@/lib/surveys/responses/commands";
import { aListedMember } from "../mutual-help";
import { ten, type Verbs } from "./world";

const nothing = randomUUID();
const may = { first: day("2026-05-01"), last: day("2026-05-31") };

/** Said by time, by the worker and by the installation; to any person they do not exist. */
const saidBySystem: Record<string, (actor: Actor) => Promise<unknown>> = {
  askForRecounts: (actor) => askForRecounts(actor, ten),
  bookReachedDates: (actor) => bookReachedDates(actor, ten),
  countBatches: (actor) => countBatches(actor, ten),
  deliverNotification: (actor) => deliverNotification(actor, { notificationId: nothing }, ten),
  deliverPush: (actor) =>
    deliverPush(actor, { notificationId: nothing, subscriptionId: nothing }, ten),
  deliverWebhook: (actor) => deliverWebhook(actor, { deliveryId: nothing, isLast: false }),
  eraseInactive: (actor) => eraseInactive(actor, ten),
  erasePerson: async (actor) => erasePerson(actor, (await aListedMember()).personId, ten),
  fetchSchoolHolidays: (actor) => fetchSchoolHolidays(actor),
  forgetOldContacts: (actor) => forgetOldContacts(actor, ten),
  forgetOldDrafts: (actor) => forgetOldDrafts(actor, ten),
  forgetTakenBack: (actor) => forgetTakenBack(actor, ten),
  forgetOldGuests: (actor) => forgetOldGuests(actor, ten),
  forgetOverdue: (actor) => forgetOverdue(actor, ten),
  forgetRevokedFeeds: (actor) => forgetRevokedFeeds(actor, ten),
  freeLeftBehind: (actor) => freeLeftBehind(actor, ten),
  freezeFirstTimers: (actor) => freezeFirstTimers(actor, ten),
  freezeOldMonths: (actor) => freezeOldMonths(actor, ten),
  holdBursts: (actor) => holdBursts(actor),
  importSchoolHolidays: (actor) => importSchoolHolidays(actor, { zone: "C", ics: "" }),
  isUpToDate: (actor) => isUpToDate(actor, may, ten),
  issueTokens: (actor) => issueTokens(actor, { emails: [], name: "Script" }),
  loadSchoolHolidays: (actor) => loadSchoolHolidays(actor, { holidays: [] }),
  loadTerritory: (actor) =>
    loadTerritory(actor, { communes: { communes: [] }, places: { sources: {}, places: [] } }),
  noteFeedRead: (actor) => noteFeedRead(actor, nothing, ten),
  prepareReport: (actor) => prepareReport(actor, { preparationId: nothing }, ten),
  purgeExpired: (actor) => purgeExpired(actor, ten),
  queueImportReadings: (actor) => queueImportReadings(actor),
  readImportAgain: (actor) => readImportAgain(actor, { importId: nothing }, ten),
  recountDailyFacts: (actor) => recountDailyFacts(actor, {}, ten),
  refreshFacts: (actor) => refreshFacts(actor, may, ten),
  remindOfBookings: (actor) => remindOfBookings(actor, ten),
  sealJournal: (actor) => sealJournal(actor, ten),
  sendDigest: (actor) => sendDigest(actor, { digestId: nothing }, ten),
  settleEverywhere: (actor) => settleEverywhere(actor, ten),
  tellEndingHabilitations: (actor) => tellEndingHabilitations(actor, ten),
  tellOpenings: (actor) => tellOpenings(actor, ten),
  tellCoPresences: (actor) => tellCoPresences(actor, ten),
  warnInactive: (actor) => warnInactive(actor, ten),
};

export const rightsOverTime: Verbs = Object.fromEntries(
  Object.entries(saidBySystem).map(([name, said]) => [
    name,
    { who: [], say: ({ actor }) => said(actor) },
  ]),
);
