import type { Actor } from "@/lib/core/actor";
import { ok, type Result } from "@/lib/core/result";
import { now } from "@/lib/infra/clock";
import { inTransaction } from "@/lib/infra/db";
import { type Changed, lockCampaign, write } from "../changes/commands";
import type { AddPartnerInput, PartnerRefusal, RemovePartnerInput } from "../changes/schema";
import { partnersIn } from "../queries";
import { withPartner } from "./rules";

/** Lets one more site show the survey in its pages, from the next request on. Journalled. Staff. */
export async function addPartner(
  actor: Actor,
  { slug, ...partner }: AddPartnerInput,
  at: Date = now(),
): Promise<Result<Changed, PartnerRefusal>> {
  return inTransaction(async (tx) => {
    const campaign = await lockCampaign(tx, actor, slug, at);
    const added = withPartner(partnersIn(campaign.partners), partner);
    if (!added.ok) return added;
    return ok(
      await write(tx, actor, campaign, {
        action: "campaign.partner_added",
        after: { partners: added.value },
        said: { after: { ...added.value.at(-1) } },
      }),
    );
  });
}

/**
 * Takes a site off the list: it shows the survey no longer, and answers that came from it keep its code.
 * One that is not there is gone already. Journalled. Staff.
 */
export async function removePartner(
  actor: Actor,
  { slug, code }: RemovePartnerInput,
  at: Date = now(),
): Promise<Result<Changed, never>> {
  return inTransaction(async (tx) => {
    const campaign = await lockCampaign(tx, actor, slug, at);
    const partners = partnersIn(campaign.partners);
    const removed = partners.find((each) => each.code === code);
    if (!removed) return ok({ revision: campaign.revision });
    return ok(
      await write(tx, actor, campaign, {
        action: "campaign.partner_removed",
        after: { partners: partners.filter((each) => each !== removed) },
        said: { before: { ...removed } },
      }),
    );
  });
}
