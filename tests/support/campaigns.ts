import { day } from "@/lib/core/day";
import { aQuestion, aQuestionnaire } from "./questionnaires";
import { aCampaign } from "./surveys";

/** Years nobody else uses: campaigns that are ready and overlap are refused. */
let year = 2030;

/** From 15 June to 15 September of a year of its own, as a form says it. */
export function aWindow() {
  year += 1;
  return {
    firstDay: day(`${year}-06-15`),
    firstMinute: 0,
    lastDay: day(`${year}-09-15`),
    lastMinute: 23 * 60 + 59,
  };
}

/** A campaign nobody has made ready, of these questions, with its window and an instant within. */
export async function aDraftCampaign(questions = [aQuestion("a")]) {
  const window = aWindow();
  const campaign = await aCampaign({
    questionnaire: aQuestionnaire(questions),
    readyAt: null,
    opensAt: new Date(`${year}-06-14T22:00:00Z`),
    closesAt: new Date(`${year}-09-15T22:00:00Z`),
  });
  return { campaign, window, year, during: new Date(`${year}-07-01T09:00:00Z`) };
}
