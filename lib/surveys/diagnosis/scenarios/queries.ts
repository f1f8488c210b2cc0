import { type Actor, isStaff } from "@/lib/core/actor";
import { NotFound } from "@/lib/core/errors";
import { now } from "@/lib/infra/clock";
import type { Commune } from "../figures/rules";
import { type Diagnosis, getDiagnosis, listCommunes } from "../queries";
import { scenarioOf } from "./rules";
import type { Lack, Scenario, ScenarioInput } from "./schema";

export type ScenarioAnswer = {
  commune: Commune;
  /** Null where the demand or the desks are not told. */
  scenario: Scenario | null;
  /** Tables it would have needed. */
  lacks: Lack[];
  /** What it is reckoned from, with what that supposes. */
  diagnosis: Diagnosis;
};

/**
 * What opening a space in a commune of the territory would give, from what the diagnosis of a campaign tells.
 * Staff and admins; NotFound for others, and for a commune that is not of the territory.
 */
export async function getScenario(
  actor: Actor,
  { slug, commune: insee, desks }: ScenarioInput & { slug: string },
  at: Date = now(),
): Promise<ScenarioAnswer> {
  if (!isStaff(actor)) throw new NotFound();
  const [diagnosis, communes] = await Promise.all([getDiagnosis(actor, slug, at), listCommunes()]);
  const commune = communes.find((each) => each.insee === insee && each.isMember);
  if (!commune) throw new NotFound();
  const { questionnaire } = diagnosis.campaign;
  const world = { questionnaire, communes, given: diagnosis.assumptions };
  return { commune, ...scenarioOf(diagnosis, world, { commune, desks }), diagnosis };
}
