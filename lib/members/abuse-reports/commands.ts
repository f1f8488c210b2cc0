import { type Actor, personIdOf } from "@/lib/core/actor";
import { NotFound, Unauthenticated } from "@/lib/core/errors";
import { ok, type Result, refuse } from "@/lib/core/result";
import { writeJournal } from "@/lib/identity/journal/commands";
import { now } from "@/lib/infra/clock";
import { inTransaction, type Prisma, type Tx } from "@/lib/infra/db";
import { env } from "@/lib/infra/env";
import { lockAlone } from "@/lib/infra/locks";
import { secondsToWait } from "@/lib/infra/rate-limit";
import { notify } from "@/lib/notifications/commands";
import { hideSubject, showSubject } from "../hidings/commands";
import type { HiddenThing } from "../hidings/schema";
import { canHandleReport } from "./policy";
import { getReportSubject, spacesOfPerson } from "./queries";
import { spaceToTell } from "./rules";
import type {
  HandleRefusal,
  HideReportedInput,
  ReportAbuseInput,
  ReportIdInput,
  ReportOutcome,
  ReportRefusal,
} from "./schema";

const reportings = { name: "abuse-reported", times: 20, seconds: 86_400 };

/**
 * Tells the moderators of an ad, a person or a message; neither its author nor anybody else learns of
 * it. While one waits, the same by the same person is that one. NotFound for what they may not see.
 * Refuses `too_many_reports`.
 */
export async function reportAbuse(
  actor: Actor,
  input: ReportAbuseInput,
  at: Date = now(),
): Promise<Result<{ id: string }, ReportRefusal>> {
  if (actor.kind !== "person") throw new Unauthenticated();
  const { reason, text, ...target } = input;
  const { subject, subjectId, person, adSpaceId } = await getReportSubject(actor, target, at);
  if ((await secondsToWait(reportings, actor.personId)) !== null) return refuse("too_many_reports");
  return inTransaction<{ id: string }, ReportRefusal>(async (tx) => {
    await lockAlone(tx, subjectLock(subjectId));
    const what = { subject, subjectId, reporterId: actor.personId };
    const known = await tx.abuseReport.findFirst({ where: { ...what, handledAt: null } });
    if (known) return ok({ id: known.id });
    const spaces = await spacesOfPerson(tx, person.id);
    const reportedToSpaceId = spaceToTell({ adSpaceId, ...spaces });
    const told = { reason, text: text || null, createdAt: at };
    const { id } = await tx.abuseReport.create({
      data: { ...what, ...told, personId: person.id, reportedToSpaceId },
      select: { id: true },
    });
    return ok({ id });
  });
}

type Handled = Result<{ id: string }, HandleRefusal>;

/**
 * Hides what a report is about (an ad, a message, the text or photo of a profile) from everybody but whose
 * it is, and handles every report of it: they are told why, whoever told of it that it was dealt with,
 * never by whom. Journalled. Twice is the same as once. Refuses `already_handled`, `nothing_to_hide`.
 */
export async function hideReported(
  actor: Actor,
  { reportId, reason, parts = [] }: HideReportedInput,
  at: Date = now(),
): Promise<Handled> {
  return inTransaction<{ id: string }, HandleRefusal>(async (tx) => {
    const report = await lockReport(tx, actor, reportId);
    if (report.handledAt) return again(report, "hidden");
    const hidden = await hideSubject(tx, report, { reason, by: personIdOf(actor), parts }, at);
    if (!hidden) return refuse("nothing_to_hide");
    const { subject, subjectId } = report;
    const open = await tx.abuseReport.findMany({
      where: { subject, subjectId, handledAt: null },
      orderBy: { id: "asc" },
    });
    for (const each of open) await handle(tx, actor, each, "hidden", at);
    await tellAuthor(tx, hidden, { change: "hidden", reason }, at);
    await journal(tx, actor, report, hiddenVerbs[subject].hide, reason);
    return ok({ id: reportId });
  });
}

const hiddenVerbs = {
  ad: { hide: "ad.hidden", show: "ad.restored" },
  message: { hide: "message.hidden", show: "message.restored" },
  person: { hide: "profile.hidden", show: "profile.restored" },
} as const;

/** Nothing to reproach: the report is handled, its author told. Journalled. Refuses `already_handled`. */
export async function dismissReport(
  actor: Actor,
  { reportId }: ReportIdInput,
  at: Date = now(),
): Promise<Handled> {
  return settle(actor, reportId, "dismissed", at);
}

/** Dealt with in another way (a talk, a block): handled, its author told. Journalled. Refuses `already_handled`. */
export async function closeReport(
  actor: Actor,
  { reportId }: ReportIdInput,
  at: Date = now(),
): Promise<Handled> {
  return settle(actor, reportId, "closed", at);
}

/**
 * Takes back how a report was handled: it waits again; what it had hidden is shown again and whose it is
 * told, with every report of it. Journalled. Twice is the same as once.
 */
export async function reopenReport(
  actor: Actor,
  { reportId }: ReportIdInput,
  at: Date = now(),
): Promise<Handled> {
  return inTransaction<{ id: string }, HandleRefusal>(async (tx) => {
    const report = await lockReport(tx, actor, reportId);
    if (!report.handledAt) return ok({ id: reportId });
    const wasHidden = report.outcome === "hidden";
    const { subject, subjectId } = report;
    const shown = wasHidden ? await showSubject(tx, report) : null;
    await tx.abuseReport.updateMany({
      where: wasHidden ? { subject, subjectId, outcome: "hidden" } : { id: reportId },
      data: { handledAt: null, handledBy: null, outcome: null },
    });
    if (shown) await tellAuthor(tx, shown, { change: "restored", reason: null }, at);
    const verb = wasHidden ? hiddenVerbs[subject].show : "report.reopened";
    await journal(tx, actor, report, verb, null);
    return ok({ id: reportId });
  });
}

const settled = { dismissed: "report.dismissed", closed: "report.closed" } as const;

async function settle(
  actor: Actor,
  reportId: string,
  outcome: "dismissed" | "closed",
  at: Date,
): Promise<Handled> {
  return inTransaction<{ id: string }, HandleRefusal>(async (tx) => {
    const report = await lockReport(tx, actor, reportId);
    if (report.handledAt) return again(report, outcome);
    await handle(tx, actor, report, outcome, at);
    await journal(tx, actor, report, settled[outcome], null);
    return ok({ id: reportId });
  });
}

type Report = Prisma.AbuseReportGetPayload<object>;

/** Somebody else may have done the same already; another thing is another decision. */
function again(report: Report, outcome: ReportOutcome): Handled {
  return report.outcome === outcome ? ok({ id: report.id }) : refuse("already_handled");
}

function subjectLock(subjectId: string): string {
  return `abuse-reports:${subjectId}`;
}

/** Held with every other report of the same thing; NotFound for whoever does not answer for it. */
async function lockReport(tx: Tx, actor: Actor, reportId: string): Promise<Report> {
  const read = await tx.abuseReport.findUnique({ where: { id: reportId } });
  if (!read) throw new NotFound();
  const { usualSpaceId, membershipSpaceIds } = await spacesOfPerson(tx, read.personId);
  const spaceIds = [read.reportedToSpaceId, usualSpaceId, ...membershipSpaceIds].flatMap(
    (spaceId) => spaceId ?? [],
  );
  if (!canHandleReport(actor, { personId: read.personId, spaceIds })) throw new NotFound();
  await lockAlone(tx, subjectLock(read.subjectId));
  return tx.abuseReport.findUniqueOrThrow({ where: { id: reportId } });
}

/** Handled, and whoever told of it learns that, in their language; nobody without an address. */
async function handle(
  tx: Tx,
  actor: Actor,
  { id, reporterId }: Report,
  outcome: ReportOutcome,
  at: Date,
): Promise<void> {
  const data = { handledAt: at, handledBy: personIdOf(actor), outcome };
  await tx.abuseReport.update({ where: { id }, data });
  const to = await findAddress(tx, reporterId);
  if (to) await notify(tx, { kind: "report-handled", ...to, payload: {} }, at);
}

async function tellAuthor(
  tx: Tx,
  { personId, path, what, title }: HiddenThing,
  { change, reason }: { change: "hidden" | "restored"; reason: string | null },
  at: Date,
): Promise<void> {
  const to = await findAddress(tx, personId);
  if (!to) return;
  const url = new URL(path, env().NEXTAUTH_URL).href;
  if (what === "ad") {
    const payload = { title: title ?? "", reason, url };
    await notify(tx, { kind: `ad-${change}`, ...to, payload }, at);
    return;
  }
  await notify(
    tx,
    { kind: "content-moderated", ...to, payload: { what, change, reason, url } },
    at,
  );
}

async function findAddress(tx: Tx, personId: string) {
  const person = await tx.person.findFirst({
    where: { id: personId, erasedAt: null },
    select: { email: true, locale: true },
  });
  return person?.email ? { personId, email: person.email, locale: person.locale } : null;
}

async function journal(
  tx: Tx,
  actor: Actor,
  report: Report,
  action: string,
  reason: string | null,
): Promise<void> {
  await writeJournal(tx, {
    actor,
    action,
    spaceId: report.reportedToSpaceId,
    subjectId: report.personId,
    ...(reason ? { after: { reason } } : {}),
  });
}
