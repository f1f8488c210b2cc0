import { holds } from "../../conditions/rules";
import { mayShowShare, shownCount } from "../../disclosure/rules";
import { smallestGroup } from "../../disclosure/schema";
import { laterWaves, type OfWave } from "../../disclosure/waves/rules";
import { isSilenceApart, type ResultTable } from "../../figures/schema";
import type { Questionnaire } from "../../questionnaires/schema";
import { hesitantOf } from "../choices/rules";
import type { Wish } from "../demand/rules";
import { intentsTogether } from "../intents/rules";
import { namedPrices } from "../prices/rules";
import { type Response, roles } from "../schema";
import type { HeldTravel } from "../travel/rules";
import type { Base, BaseId, OptionalId } from "./schema";

/** A part of each of these wholes as its number may be told: neither it nor what it leaves of one is a few. */
export function shownBase(part: number, ...wholes: readonly number[]): Base {
  if (shownCount(part, smallestGroup) === null) return "few";
  const leavesFew = wholes.some((whole) => shownCount(whole - part, smallestGroup) === null);
  return leavesFew ? "few_left_out" : part;
}

/** What the bases are drawn from, as each figure sums it. */
export type Summed = {
  questionnaire: Questionnaire;
  /** Those the sums have taken in. */
  responses: readonly Response[];
  /** What everybody may read of each question. */
  tables: ReadonlyMap<string, ResultTable>;
  /** Those the demand is made of, out of so many interested who said how often. */
  wishes: readonly Wish[];
  interested: readonly Wish[];
  travel: Pick<HeldTravel, "base" | "withoutFactor" | "leavesAside" | "together" | "waves">;
  /** How many have answered, those the sums have not taken in too. */
  all: number;
  /** Respondents of the lines told of these, nought where there are none: they may be of earlier batches. */
  inLines: { coverage: number; profiles: number; budgets: number };
};

export type Bases = Record<BaseId, Base> & {
  asked: Record<OptionalId, Base>;
  /** Whether percentages of what was wished, and of the half-days, mean something. */
  hasShares: { wishes: boolean; slots: boolean };
  /** Whether some who could be summed are not, for their answer would be read in the sum or beside it. */
  leavesAside: { wishes: boolean; travel: boolean };
  /** Intents of too few, put together: they weigh as the least of them. */
  together: { wishes: string[][]; travel: string[][] };
};

/**
 * How many respondents each figure is of, nobody else among them, and for a question one may skip how many
 * were asked. A base is compared with those it is part of, all who answered among them; and told only where
 * those it leaves out are no part of a published line (`told`), in all and in each wave that came later.
 */
export function basesOf(summed: Summed): Bases {
  const { all, inLines, wishes, interested, travel } = summed;
  const { asked, ...bases } = countedBases(summed, travel);
  const waves = wavesIn(summed).map(({ some, trips }) => countedBases(some, trips));
  return {
    repondants: all,
    couverture: inLines.coverage,
    profils: inLines.profiles,
    // Those without an answer are a line of theirs.
    budgets: inLines.budgets,
    ...toldInEach<keyof typeof bases>(bases, waves),
    asked: toldInEach(
      asked,
      waves.map((wave) => wave.asked),
    ),
    leavesAside: {
      wishes: wishes.length < interested.length,
      travel: travel.leavesAside,
    },
    together: { wishes: intentsTogether(wishes), travel: travel.together },
    hasShares: {
      wishes: mayShowShare(wishes.length),
      slots: mayShowShare(wishes.filter(({ slots }) => slots.length > 0).length),
    },
  };
}

/** What is summed of each wave after the first. */
function wavesIn({ responses, wishes, interested, travel, ...rest }: Summed) {
  return laterWaves(responses).map((own) => {
    const isOf = ({ wave }: OfWave) => wave === own[0]?.wave;
    const some = {
      ...{ ...rest, responses: own, travel },
      wishes: wishes.filter(isOf),
      interested: interested.filter(isOf),
    };
    return { some, trips: travel.waves.get(own[0]?.wave ?? 0) ?? { base: 0, withoutFactor: 0 } };
  });
}

/** Bases of which whoever kept them as they were before a wave cannot tell what a few of it answered. */
function toldInEach<Id extends string>(
  bases: Record<Id, Base>,
  waves: readonly Record<Id, Base>[],
): Record<Id, Base> {
  const shown = { ...bases };
  for (const id in shown) {
    const isHidden = waves.some((wave) => typeof wave[id] !== "number");
    if (isHidden && typeof shown[id] === "number") shown[id] = "few_left_out";
  }
  return shown;
}

function countedBases(summed: Summed, trips: Pick<HeldTravel, "base" | "withoutFactor">) {
  const { responses } = summed;
  const pairs = namedPrices(responses);
  const naming = (price: "fair" | "dear") => pairs.filter((pair) => pair[price] !== null).length;
  const all = responses.length;
  const answering = (role: string, among = responses) =>
    among.filter(({ answers }) => answers[role] !== undefined).length;
  const asked = askedIn(summed);
  const optional = (id: OptionalId, role: string, among = responses) =>
    told(summed, [role], shownBase(answering(role, among), asked[id], all));
  const askedOf = (id: OptionalId, role: string) => told(summed, [role], shownBase(asked[id], all));
  return {
    ...demandBases(summed),
    equipements: optional("equipements", roles.equipment),
    services: optional("services", roles.services),
    freins: optional("freins", roles.obstacles, hesitantOf(responses)),
    contributeurs: optional("contributeurs", roles.contribution),
    ...travelBases(responses, trips),
    installations: told(summed, [roles.tie], shownBase(answering(roles.tie), all)),
    prix_raisonnable: told(summed, [roles.fairPrice], shownBase(naming("fair"), all)),
    prix_trop_cher: told(summed, [roles.dearPrice], shownBase(naming("dear"), all)),
    asked: {
      equipements: askedOf("equipements", roles.equipment),
      services: askedOf("services", roles.services),
      freins: askedOf("freins", roles.obstacles),
      contributeurs: askedOf("contributeurs", roles.contribution),
    },
  };
}

/** A base, unless it would tell of a line of one of these questions how many of it gave no answer. */
function told({ tables }: Summed, questions: readonly string[], base: Base): Base {
  const isApart = questions.every((question) => {
    const table = tables.get(question);
    return table !== undefined && isSilenceApart(table);
  });
  return isApart || base === "few" || base === 0 ? base : "few_left_out";
}

/**
 * Each among those it is part of, all among the interested. Tables by commune wished are of all who were asked
 * where they would go: how many named a commune, beside how often communes were named, tells who named two.
 */
function demandBases(summed: Summed) {
  const { responses, wishes, interested } = summed;
  const spending = wishes.filter(({ budget }) => budget !== null).length;
  const all = responses.length;
  // Who is not interested is not asked how often: that table tells how many they are.
  const ofWishes = (...[part = 0, ...wholes]: number[]) =>
    told(summed, [roles.frequency], shownBase(part, ...wholes, interested.length, all));
  const counting = wishes.length;
  const ticking = wishes.filter(({ slots }) => slots.length > 0);
  return {
    demande_commune: ofWishes(counting),
    matrice_flux: ofWishes(askedTo(summed, roles.wished)),
    jours_personnes: ofWishes(counting),
    pic: ofWishes(ticking.length, counting),
    postes: ofWishes(counting),
    recette: told(summed, [roles.budget], ofWishes(spending, counting)),
  };
}

function travelBases(
  responses: readonly Response[],
  { base, withoutFactor }: Pick<HeldTravel, "base" | "withoutFactor">,
) {
  const teleworkers = responses.filter(
    ({ answers }) => answers[roles.profile] === "teletravailleur",
  ).length;
  return {
    km_evites: shownBase(base, teleworkers, responses.length),
    co2: shownBase(base - withoutFactor, base, teleworkers, responses.length),
  };
}

/** How many each of the questions one may skip was put to. */
function askedIn(summed: Summed): Record<OptionalId, number> {
  return {
    equipements: askedTo(summed, roles.equipment),
    services: askedTo(summed, roles.services),
    freins: askedTo(summed, roles.obstacles),
    contributeurs: askedTo(summed, roles.contribution),
  };
}

/** How many a question was put to; what is kept of an answer is what was asked. */
function askedTo({ questionnaire, responses }: Summed, role: string): number {
  const section = questionnaire.sections.find(({ questions }) =>
    questions.some(({ id }) => id === role),
  );
  const question = section?.questions.find(({ id }) => id === role);
  return responses.filter(
    ({ answers }) =>
      answers[role] !== undefined ||
      (question && holds(section?.showIf, answers) && holds(question.showIf, answers)),
  ).length;
}
