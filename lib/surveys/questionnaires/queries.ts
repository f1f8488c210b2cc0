import { LRUCache } from "lru-cache";
import { NotFound } from "@/lib/core/errors";
import { db, Prisma } from "@/lib/infra/db";
import { type Questionnaire, questionnaire } from "./schema";

/** A questionnaire is long to read and changes seldom: each is kept under what its row is now. */
const read = new LRUCache<string, Questionnaire>({ max: 20 });

type VersionRow = { questionnaire: unknown; stamp: string };

/**
 * One version of a questionnaire. `stamp` is the `xmin` of its row as the caller just read it: the same,
 * and what was read before is still what it is. NotFound for a version that is not.
 */
export async function getQuestionnaire(
  survey: string,
  version: number,
  stamp: string,
): Promise<Questionnaire> {
  const known = read.get(keyOf(survey, version, stamp));
  if (known) return known;
  const [row] = await db.$queryRaw<VersionRow[]>(Prisma.sql`
    SELECT questionnaire, xmin::text AS stamp FROM survey_versions
    WHERE survey = ${survey} AND version = ${version}`);
  if (!row) throw new NotFound();
  const parsed = { ...questionnaire.parse(row.questionnaire), version };
  read.set(keyOf(survey, version, row.stamp), parsed);
  return parsed;
}

function keyOf(survey: string, version: number, stamp: string): string {
  return `${survey} ${version} ${stamp}`;
}
