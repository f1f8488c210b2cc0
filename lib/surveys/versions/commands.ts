import { type Actor, personIdOf } from "@/lib/core/actor";
import { NotFound } from "@/lib/core/errors";
import { ok, type Result, refuse } from "@/lib/core/result";
import { writeJournal } from "@/lib/identity/journal/commands";
import { now } from "@/lib/infra/clock";
import { inTransaction, Prisma, type Tx } from "@/lib/infra/db";
import { canRunCampaigns } from "../campaigns/policy";
import { aboutOf, decideEdit, isStillAsRead } from "../edits/rules";
import { type Questionnaire, questionnaire } from "../questionnaires/schema";
import { versionsOf } from "./queries";
import { placeOfEdit } from "./rules";
import {
  type EditInput,
  type EditKind,
  type ReadVersion,
  type RestoreInput,
  restoredKind,
  type VersionRefusal,
} from "./schema";

/** The version an edit went into, a new one where the one edited is kept, and the revision it made. */
export type Edited = { version: number; revision: number; isNew: boolean };

/**
 * Makes one edit of a questionnaire. A version that is kept (answered, or ready to be) stays as it is: the
 * edit makes the next version. Journalled. Staff. Refuses what the edit itself refuses, `changed_since`
 * when somebody edited the same piece meanwhile (`revision`), and `draft_exists` with its number when the
 * next version is being written already.
 */
export async function editVersion(
  actor: Actor,
  { edit, ...read }: EditInput,
  at: Date = now(),
): Promise<Result<Edited, VersionRefusal>> {
  return inTransaction(async (tx) => {
    const current = await lockVersion(tx, actor, read);
    if (read.revision !== current.revision) {
      const base = await contentAt(tx, read);
      if (!base || !isStillAsRead(base, current.content, edit)) return refuse("changed_since");
    }
    const decided = decideEdit(current.content, edit);
    if (!decided.ok) return decided;
    const about = aboutOf(current.content, edit);
    return store(tx, actor, current, { content: decided.value, kind: edit.kind, about, at });
  });
}

/**
 * Goes back to an earlier text, of this version or of another one of the same questionnaire; itself an
 * edit, so that one may go back from it. Journalled. Staff. Refuses `changed_since`, `draft_exists` as
 * above and `gone` for a text that was never there.
 */
export async function restoreVersion(
  actor: Actor,
  { from, ...read }: RestoreInput,
  at: Date = now(),
): Promise<Result<Edited, VersionRefusal>> {
  return inTransaction(async (tx) => {
    const current = await lockVersion(tx, actor, read);
    if (read.revision !== current.revision) return refuse("changed_since");
    const { survey } = read;
    const earlier = await tx.surveyVersion.findUnique({
      where: { survey_version: { survey, version: from.version } },
      select: { revision: true },
    });
    if (!earlier) return refuse("gone");
    const { revision = earlier.revision } = from;
    const content = await contentAt(tx, { survey, version: from.version, revision });
    if (!content) return refuse("gone");
    const about = { from: from.version };
    return store(tx, actor, current, { content, kind: restoredKind, about, at });
  });
}

type Current = ReadVersion & { content: Questionnaire };

/** The version as it is now, nobody else editing the questionnaire meanwhile. */
async function lockVersion(tx: Tx, actor: Actor, read: ReadVersion): Promise<Current> {
  if (!canRunCampaigns(actor)) throw new NotFound();
  const { survey, version } = read;
  await tx.$queryRaw(Prisma.sql`
    SELECT FROM survey_versions WHERE survey = ${survey} ORDER BY version FOR UPDATE`);
  const row = await tx.surveyVersion.findUnique({ where: { survey_version: { survey, version } } });
  if (!row) throw new NotFound();
  return { survey, version, revision: row.revision, content: contentOf(row.questionnaire) };
}

function contentOf(stored: unknown): Questionnaire {
  return questionnaire.parse(stored);
}

/** A version as it was at a revision; null when that is not known. */
async function contentAt(tx: Tx, read: ReadVersion): Promise<Questionnaire | null> {
  const { survey, version, revision } = read;
  const next = await tx.surveyEdit.findUnique({
    where: { survey_version_revision: { survey, version, revision: revision + 1 } },
    select: { before: true },
  });
  if (next) return contentOf(next.before);
  const row = await tx.surveyVersion.findUnique({ where: { survey_version: { survey, version } } });
  return row?.revision === revision ? contentOf(row.questionnaire) : null;
}

type Stored = {
  content: Questionnaire;
  kind: EditKind;
  about: Prisma.InputJsonObject;
  at: Date;
};

/** Keeps the edit where it belongs, with what it was before and a line in the journal. */
async function store(
  tx: Tx,
  actor: Actor,
  current: Current,
  { content, kind, about, at }: Stored,
): Promise<Result<Edited, VersionRefusal>> {
  const { survey, version } = current;
  if (isSame(content, current.content)) {
    return ok({ version, revision: current.revision, isNew: false });
  }
  const place = placeOfEdit(version, await versionsOf(tx, survey));
  if ("draft" in place) return refuse("draft_exists", { version: place.draft });
  const { into, isNew } = place;
  if (isNew) await copyVersion(tx, actor, current, into, at);
  const revision = isNew ? 2 : current.revision + 1;
  await tx.surveyEdit.create({
    data: {
      ...{ survey, version: into, revision, kind, editedAt: at, editedBy: personIdOf(actor) },
      before: json({ ...current.content, version: into }),
    },
  });
  await tx.surveyVersion.update({
    where: { survey_version: { survey, version: into } },
    data: { questionnaire: json({ ...content, version: into }), revision },
  });
  const after = { version: into, ...about };
  await writeJournal(tx, { actor, action: actionOf[kind], subjectId: survey, after });
  return ok({ version: into, revision, isNew });
}

/** What the journal says of each kind of edit. */
const actionOf = {
  intro_worded: "questionnaire.intro_worded",
  section_worded: "questionnaire.section_worded",
  section_added: "questionnaire.section_added",
  section_moved: "questionnaire.section_moved",
  section_removed: "questionnaire.section_removed",
  question_added: "questionnaire.question_added",
  question_changed: "questionnaire.question_changed",
  question_moved: "questionnaire.question_moved",
  question_removed: "questionnaire.question_removed",
  list_changed: "questionnaire.list_changed",
  line_added: "questionnaire.line_added",
  line_removed: "questionnaire.line_removed",
  lines_joined: "questionnaire.lines_joined",
  condition_written: "questionnaire.condition_written",
  restored: "questionnaire.restored",
} as const satisfies Record<EditKind, string>;

async function copyVersion(tx: Tx, actor: Actor, of: Current, into: number, at: Date) {
  await tx.surveyVersion.create({
    data: {
      survey: of.survey,
      version: into,
      questionnaire: json({ ...of.content, version: into }),
      createdAt: at,
      createdBy: personIdOf(actor),
    },
  });
  await writeJournal(tx, {
    actor,
    action: "questionnaire.version_made",
    subjectId: of.survey,
    after: { version: into, from: of.version },
  });
}

/** As the database gives it back, keys in any order: the schema puts them in its own. */
function isSame(one: Questionnaire, other: Questionnaire): boolean {
  const plain = (given: Questionnaire) =>
    JSON.stringify({ ...questionnaire.parse(json(given)), version: 1 });
  return plain(one) === plain(other);
}

function json(content: Questionnaire): Prisma.InputJsonObject {
  return JSON.parse(JSON.stringify(content));
}
