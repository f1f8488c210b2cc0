import {
  type JobHelpers,
  Logger,
  parseCronItems,
  type Runner,
  run,
  type TaskList,
} from "graphile-worker";
import { z } from "zod";
import { tellCoPresences } from "@/lib/bookings/co-presences/commands";
import { forgetRevokedFeeds } from "@/lib/bookings/feeds/commands";
import { queueImportReadings, readImportAgain } from "@/lib/bookings/imports/commands";
import { remindOfBookings } from "@/lib/bookings/reminders/commands";
import { forgetOldGuests } from "@/lib/bookings/retention/commands";
import { bookReachedDates } from "@/lib/bookings/series/reached-dates/commands";
import { settleEverywhere } from "@/lib/bookings/settlements/commands";
import { systemActor } from "@/lib/core/actor";
import { inTurn } from "@/lib/core/in-turn";
import { askFeedback } from "@/lib/events/feedback/askings/commands";
import { freezeFirstTimers } from "@/lib/events/first-timers/commands";
import { cancelBelowMinimum } from "@/lib/events/minimums/commands";
import { settleLines } from "@/lib/events/offers/commands";
import { recheckEvents } from "@/lib/events/rechecks/queries";
import { remindOfEvents } from "@/lib/events/reminders/commands";
import { tellEventChange } from "@/lib/events/tellings/commands";
import { purgeExpired } from "@/lib/identity/commands";
import { sealJournal } from "@/lib/identity/journal/seals/commands";
import { now } from "@/lib/infra/clock";
import { env } from "@/lib/infra/env";
import { heartbeat, type JobName } from "@/lib/infra/jobs";
import { log } from "@/lib/infra/log";
import { tellEndingHabilitations } from "@/lib/members/habilitations/commands";
import { deliverNotification } from "@/lib/notifications/commands";
import { sendDigest } from "@/lib/notifications/digests/commands";
import { deliverPush } from "@/lib/notifications/push/commands";
import { deliverWebhook } from "@/lib/notifications/webhooks/commands";
import { eraseInactive, freeLeftBehind, warnInactive } from "@/lib/privacy/inactivity/commands";
import { forgetOverdue } from "@/lib/privacy/retention/commands";
import { askForRecounts, factsQueue, recountDailyFacts } from "@/lib/reports/facts/commands";
import { freezeOldMonths } from "@/lib/reports/frozen-months/commands";
import { prepareReport } from "@/lib/reports/preparations/commands";
import { fetchSchoolHolidays } from "@/lib/spaces/school-holidays/commands";
import { forgetOldContacts } from "@/lib/surveys/contacts/commands";
import { tellOpenings } from "@/lib/surveys/contacts/tellings/commands";
import { forgetOldDrafts } from "@/lib/surveys/drafts/commands";
import { holdBursts } from "@/lib/surveys/floods/bursts/commands";
import { countBatches } from "@/lib/surveys/publications/commands";
import { forgetTakenBack } from "@/lib/surveys/responses/commands";

const notificationJob = z.object({ notificationId: z.uuid() });
const webhookJob = z.object({ deliveryId: z.uuid() });
const pushJob = z.object({ notificationId: z.uuid(), subscriptionId: z.uuid() });
const digestJob = z.object({ digestId: z.uuid() });
const importJob = z.object({ importId: z.uuid() });
const preparationJob = z.object({ preparationId: z.uuid() });
const eventChangeJob = z.object({ spaceId: z.uuid(), changeId: z.uuid() });

/** What the crontab says with each job it starts. */
const cronJob = z.object({ _cron: z.object({}) });

/** Jobs that the clock alone starts. */
type CronName =
  | "book_reached_dates"
  | typeof heartbeat
  | "fetch_school_holidays"
  | "erase_inactive"
  | "forget_old_guests"
  | "forget_overdue"
  | "forget_revoked_feeds"
  | "forget_survey_remains"
  | "purge_expired"
  | "queue_calendar_imports"
  | "remind_of_bookings"
  | "seal_journal"
  | "settle_event_lines"
  | "settle_lapsed"
  | "tell_co_presences"
  | "tell_ending_habilitations"
  | "tell_survey_openings";

async function recountFacts(payload: unknown): Promise<void> {
  const system = systemActor("worker");
  if (cronJob.safeParse(payload).success) await askForRecounts(system);
  await recountDailyFacts(system);
}

/** What runs each job; a job runs at least once, so each bears being run twice. */
const tasks: TaskList & Record<JobName | CronName, unknown> = {
  deliver_notification: (payload: unknown) =>
    deliverNotification(
      systemActor("worker"),
      notificationJob.parse(payload),
      now(),
      recheckEvents,
    ),
  deliver_push: (payload: unknown) =>
    deliverPush(systemActor("worker"), pushJob.parse(payload), now(), recheckEvents),
  recount_daily_facts: recountFacts,
  send_digest: (payload: unknown) =>
    sendDigest(systemActor("worker"), digestJob.parse(payload), now(), recheckEvents),
  deliver_webhook: (payload: unknown, { job }: JobHelpers) => {
    const isLast = job.attempts >= job.max_attempts;
    return deliverWebhook(systemActor("worker"), { ...webhookJob.parse(payload), isLast });
  },
  prepare_report: (payload: unknown, { job }: JobHelpers) => {
    const isLast = job.attempts >= job.max_attempts;
    return prepareReport(systemActor("worker"), { ...preparationJob.parse(payload), isLast });
  },
  refresh_calendar_import: async (payload: unknown) => {
    // A calendar that cannot be read says so on its page; the next half-hour tries again.
    await readImportAgain(systemActor("worker"), importJob.parse(payload));
  },
  queue_calendar_imports: () => queueImportReadings(systemActor("worker")),
  forget_revoked_feeds: () => forgetRevokedFeeds(systemActor("worker")),
  count_survey_batches: async () => {
    await holdBursts(systemActor("worker"));
    await countBatches(systemActor("worker"));
  },
  forget_survey_remains: async () => {
    await forgetOldDrafts(systemActor("worker"));
    await forgetOldContacts(systemActor("worker"));
    await forgetTakenBack(systemActor("worker"));
  },
  fetch_school_holidays: () => fetchSchoolHolidays(systemActor("worker")),
  // Its last time in the crontab is the message: isSomeWorkerAlive reads it.
  [heartbeat]: () => undefined,
  book_reached_dates: () => bookReachedDates(systemActor("worker")),
  erase_inactive: async () => {
    const system = systemActor("worker");
    await freeLeftBehind(system);
    await warnInactive(system);
    await eraseInactive(system);
  },
  forget_overdue: async () => {
    const system = systemActor("worker");
    // Figures first: what they count is about to be forgotten.
    await freezeOldMonths(system);
    await freezeFirstTimers(system);
    await forgetOverdue(system);
  },
  forget_old_guests: () => forgetOldGuests(systemActor("worker")),
  purge_expired: () => purgeExpired(systemActor("worker")),
  seal_journal: async () => {
    await sealJournal(systemActor("worker"));
  },
  remind_of_bookings: () => {
    const system = systemActor("worker");
    return inTurn(
      () => remindOfBookings(system),
      () => remindOfEvents(system),
      () => askFeedback(system),
    );
  },
  settle_event_lines: () => {
    const system = systemActor("worker");
    return inTurn(
      // First: nobody is offered a seat of what does not take place.
      () => cancelBelowMinimum(system),
      () => settleLines(system),
    );
  },
  settle_lapsed: () => settleEverywhere(systemActor("worker")),
  tell_co_presences: () => tellCoPresences(systemActor("worker")),
  tell_ending_habilitations: () => tellEndingHabilitations(systemActor("worker")),
  tell_event_change: async (payload: unknown) => {
    await tellEventChange(systemActor("worker"), eventChangeJob.parse(payload));
  },
  tell_survey_openings: () => tellOpenings(systemActor("worker")),
};

/** The one list of everything that runs by itself. */
const crontab = parseCronItems([
  // A worker that starts again beats at once, not at the next minute.
  { task: heartbeat, match: "* * * * *", options: { backfillPeriod: 120_000, maxAttempts: 1 } },
  // Soon after midnight in France, when the horizon has moved; a day missed is made up for the next.
  { task: "book_reached_dates", match: "11 23 * * *" },
  { task: "purge_expired", match: "17 3 * * *" },
  {
    task: "recount_daily_facts",
    match: "* * * * *",
    options: { maxAttempts: 1, jobKey: "recount_daily_facts", queueName: factsQueue },
  },
  // Monday night; what fails one week is read again the next.
  { task: "fetch_school_holidays", match: "37 3 * * 1" },
  { task: "forget_old_guests", match: "27 3 * * *" },
  { task: "erase_inactive", match: "47 3 * * *" },
  { task: "forget_overdue", match: "57 3 * * *" },
  { task: "forget_revoked_feeds", match: "37 3 * * *" },
  { task: "forget_survey_remains", match: "47 3 * * *" },
  // Publishing asks for it at once; this is for what was planned, and for the batch of the week.
  { task: "count_survey_batches", match: "*/10 * * * *" },
  { task: "queue_calendar_imports", match: "*/30 * * * *" },
  // From six in the evening by the wall of each space; ten minutes late at most.
  { task: "remind_of_bookings", match: "*/10 * * * *" },
  // Before the day begins in France; a night missed is made up for the next.
  { task: "tell_co_presences", match: "7 5 * * *" },
  // In the morning: nobody has asked to be woken by it.
  { task: "tell_ending_habilitations", match: "51 7 * * *" },
  { task: "tell_survey_openings", match: "41 7 * * *" },
  // As below: what one minute leaves, the next one seals.
  { task: "seal_journal", match: "* * * * *", options: { maxAttempts: 1, jobKey: "seal_journal" } },
  // The next minute does it anyway: a failed turn is not tried again, one left waiting is not doubled.
  {
    task: "settle_event_lines",
    match: "* * * * *",
    options: { maxAttempts: 1, jobKey: "settle_event_lines" },
  },
  {
    task: "settle_lapsed",
    match: "* * * * *",
    options: { maxAttempts: 1, jobKey: "settle_lapsed" },
  },
]);

/** What the queue says of itself, in our log; that each job ended well is for whoever looks closely. */
const logger = new Logger(() => (level, message, meta) => {
  if (level === "error") log.error(meta ?? {}, message);
  else if (level === "warning") log.warn(meta ?? {}, message);
  else log.debug(meta ?? {}, message);
});

/** Runs jobs until stopped; as many workers as one likes share the same Postgres. */
export async function startWorker(): Promise<Runner> {
  const runner = await run({
    connectionString: env().DATABASE_URL,
    taskList: tasks,
    parsedCronItems: crontab,
    concurrency: 2,
    maxPoolSize: 4,
    pollInterval: 2_000,
    noHandleSignals: true,
    logger,
  });
  runner.events.on("job:failed", ({ job, error }) => {
    log.error({ err: error, job: job.id, task: job.task_identifier }, "job failed for good");
  });
  return runner;
}
