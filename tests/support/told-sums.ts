import { figuresOf } from "@/lib/surveys/diagnosis/figures/rules";
import { type Assumptions, assumptions, type Response } from "@/lib/surveys/diagnosis/schema";
import { surveyOfTheValley } from "./questionnaires";
import { communesOfTests } from "./survey-responses";

const survey = surveyOfTheValley();
const usual = assumptions.parse({});
const intents = ["certain", "probable", "possible"];

/** The same answer, for so many people. */
export function speakingFor(response: Response, personnes_interessees: number): Response {
  return { ...response, answers: { ...response.answers, personnes_interessees } };
}

/** What staff may suppose to read one thing alone: an intent, a way of travelling, both. */
export const suppositions: Assumptions[] = intents.flatMap((intent) => {
  const intentWeights = Object.fromEntries(intents.map((each) => [each, each === intent ? 1 : 0]));
  const alone = { ...usual, intentWeights, openDaysPerMonth: 1 };
  const still = { carKgCo2ePerKm: 0, busKgCo2ePerPkm: 0, trainKgCo2ePerPkm: 0 };
  return [
    alone,
    { ...alone, ...still, carKgCo2ePerKm: 1 },
    { ...alone, ...still, motorbikeKgCo2ePerKm: 1 },
  ];
});

export type Sums = ReadonlyMap<string, number>;

/** Every sum of days, people or kilograms staff read of these answers, by what it is of. */
export function sumsRead(responses: readonly Response[], given: Assumptions): Sums {
  const told = figuresOf(survey, responses, communesOfTests, given);
  const sums: [string, number | null | undefined][] = [
    ["declared", told.personDays?.declared],
    ["weighted", told.personDays?.weighted],
    ["peak", told.peak.peakToMean],
    ...told.demand.map(({ communes, value }) => [`demand ${communes}`, value] as [string, number]),
    ...told.desks.map(({ communes, value }) => [`desks ${communes}`, value] as [string, number]),
    ...told.desks.map(
      ({ communes, desks }) => [`planned ${communes}`, desks.central] as [string, number],
    ),
    ...[...told.peak.bySlot].map(([slot, value]) => [slot, value] as [string, number | null]),
    ...(told.deskKinds ?? []).flatMap(({ bourgs, cells }) =>
      [...cells].map(([kind, value]) => [`${kind} ${bourgs}`, value] as [string, number]),
    ),
    ...apart(told),
  ];
  return new Map(sums.flatMap(([name, value]) => (value == null ? [] : [[name, value]])));
}

/** What is left when the lines of a table are taken from what sums them too. */
function apart(told: ReturnType<typeof figuresOf>): [string, number][] {
  const sum = (lines: readonly { value: number }[]) =>
    lines.reduce((total, { value }) => total + value, 0);
  const { personDays: days, demand, desks } = told;
  const unplaced: [string, number][] =
    days && demand.length > 0 ? [["named no commune", days.weighted - sum(demand)]] : [];
  const rooms: [string, number][] =
    demand.length > 0 && desks.length > 0 ? [["want rooms", sum(demand) - sum(desks)]] : [];
  const rest: [string, number][] =
    days && desks.length > 0 ? [["not at desks", days.weighted - sum(desks)]] : [];
  return [...unplaced, ...rooms, ...rest];
}
