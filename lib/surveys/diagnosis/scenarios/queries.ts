import { type Actor, isStaff } from "@/lib/core/actor";
import { NotFound } from "@/lib/core/errors";
import { now } from "@/lib/infra/clock";
import { getCampaign } from "../../campaigns/queries";
import type { Questionnaire } from "../../questionnaires/schema";
import type { Commune } from "../figures/rules";
import { listCommunes, listResponses, readAssumptions } from "../queries";
import { type Scenario, scenarioOf } from "./rules";
import type { ScenarioInput } from "./schema";

export type ScenarioAnswer = {
  commune: Commune;
  /** Null where fewer than eleven would come. */
  scenario: Scenario | null;
  names: Map<string, string>;
  questionnaire: Questionnaire;
};

/**
 * What opening a space in a commune of the territory would give, from the answers of a campaign. Staff and
 * admins; NotFound for others, and for a commune that is not of the territory.
 */
export async function getScenario(
  actor: Actor,
  { slug, commune: insee, desks }: ScenarioInput & { slug: string },
  at: Date = now(),
): Promise<ScenarioAnswer> {
  if (!isStaff(actor)) throw new NotFound();
  const campaign = await getCampaign(actor, slug, at);
  const { id, questionnaire } = campaign;
  const communes = await listCommunes();
  const commune = communes.find((each) => each.insee === insee && each.isMember);
  if (!commune) throw new NotFound();
  const [responses, { supposed: given }] = await Promise.all([
    listResponses(campaign, at),
    readAssumptions(id),
  ]);
  const scenario = scenarioOf({ questionnaire, communes, given }, responses, { commune, desks });
  const names = new Map(communes.map((each) => [each.insee, each.name]));
  return { commune, scenario, names, questionnaire };
}
