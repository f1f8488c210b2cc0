import type { Actor } from "@/lib/core/actor";
import { ok, type Result, refuse } from "@/lib/core/result";
import { now } from "@/lib/infra/clock";
import { inTransaction, Prisma, type Tx } from "@/lib/infra/db";
import { type Changed, lockCampaign, write } from "../campaigns/changes/commands";
import { faultsOf } from "../checks/rules";
import { type Questionnaire, questionnaire } from "../questionnaires/schema";
import { decideAmendment, differenceOf } from "./rules";
import type { AmendCampaignInput, AmendRefusal } from "./schema";

/**
 * Moves a campaign that is to come or open to a later version of its questionnaire, whose meaning is the
 * same: answers under way are read under it from now on, those given keep the version they were given
 * under. Said twice, it is done once. Journalled. Staff. Refuses `changed_since` (`revision` of the campaign,
 * `read` of the version: other words than those somebody said mean the same), `not_now`, `not_later`, `unknown_version`, `faulty_questionnaire`, and `other_meaning` with what differs first.
 */
export async function amendCampaign(
  actor: Actor,
  { slug, revision, version: wanted, read }: AmendCampaignInput,
  at: Date = now(),
): Promise<Result<Changed, AmendRefusal>> {
  return inTransaction(async (tx) => {
    const campaign = await lockCampaign(tx, actor, slug, at);
    const { version } = campaign;
    if (version === wanted) return ok({ revision: campaign.revision });
    if (campaign.revision !== revision) return refuse("changed_since");
    const decided = decideAmendment(campaign, wanted);
    if (!decided.ok) return decided;
    const judged = await judge(tx, campaign, { wanted, read });
    if (!judged.ok) return judged;
    return ok(
      await write(tx, actor, campaign, {
        action: "campaign.version_changed",
        before: { version },
        after: { version: wanted },
      }),
    );
  });
}

/** Refuses a version that is not there, means something else, or in which the checker finds a fault. */
async function judge(
  tx: Tx,
  { survey, version }: { survey: string; version: number },
  { wanted, read }: { wanted: number; read: number },
): Promise<Result<null, AmendRefusal>> {
  // The earlier one first, as whoever edits holds them.
  const before = await holdVersion(tx, survey, version);
  const after = await holdVersion(tx, survey, wanted);
  if (!after || !before) return refuse("unknown_version");
  if (after.revision !== read) return refuse("changed_since");
  const difference = differenceOf(before.asked, after.asked);
  if (difference) return refuse("other_meaning", difference);
  return faultsOf(after.asked).length > 0 ? refuse("faulty_questionnaire") : ok(null);
}

/** A version nobody edits until this is over. */
async function holdVersion(
  tx: Tx,
  survey: string,
  version: number,
): Promise<{ asked: Questionnaire; revision: number } | null> {
  const [row] = await tx.$queryRaw<{ questionnaire: unknown; revision: number }[]>(Prisma.sql`
    SELECT questionnaire, revision FROM survey_versions
    WHERE survey = ${survey} AND version = ${version} FOR UPDATE`);
  return row ? { asked: questionnaire.parse(row.questionnaire), revision: row.revision } : null;
}
