import { mayShowShare, shownCount } from "../../disclosure/rules";
import { smallestGroup } from "../../disclosure/schema";
import { laterWaves, type OfWave } from "../../disclosure/waves/rules";
import { isSilenceApart, type ResultTable } from "../../figures/schema";
import { isPutTo } from "../../questionnaires/rules";
import type { Questionnaire } from "../../questionnaires/schema";
import { isHesitant } from "../choices/rules";
import type { Wish } from "../demand/rules";
import { intentsTogether } from "../intents/rules";
import { pairOf } from "../prices/rules";
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
  const all = summed.responses.length;
  const count = counterOf(summed.responses, testsOf(summed.questionnaire));
  const optional = (id: OptionalId) =>
    told(
      summed,
      [optionalRoles[id]],
      shownBase(count(`${id} answered`), count(`${id} asked`), all),
    );
  const askedOf = (id: OptionalId) =>
    told(summed, [optionalRoles[id]], shownBase(count(`${id} asked`), all));
  return {
    ...demandBases(summed, count("wished")),
    equipements: optional("equipements"),
    services: optional("services"),
    freins: optional("freins"),
    contributeurs: optional("contributeurs"),
    ...travelBases(trips, count("teleworkers"), all),
    installations: told(summed, [roles.tie], shownBase(count("tied"), all)),
    prix_raisonnable: told(summed, [roles.fairPrice], shownBase(count("fair"), all)),
    prix_trop_cher: told(summed, [roles.dearPrice], shownBase(count("dear"), all)),
    asked: {
      equipements: askedOf("equipements"),
      services: askedOf("services"),
      freins: askedOf("freins"),
      contributeurs: askedOf("contributeurs"),
    },
  };
}

const optionalRoles: Record<OptionalId, string> = {
  equipements: roles.equipment,
  services: roles.services,
  freins: roles.obstacles,
  contributeurs: roles.contribution,
};

type Test = (response: Response) => boolean;

/** What the bases count of responses. */
function testsOf(questionnaire: Questionnaire) {
  const isAsked = (role: string): Test => {
    const isPut = isPutTo(questionnaire, role);
    return ({ answers }) => answers[role] !== undefined || isPut(answers);
  };
  const isAnswered =
    (role: string): Test =>
    ({ answers }) =>
      answers[role] !== undefined;
  const hasObstacles = isAnswered(optionalRoles.freins);
  return {
    "equipements asked": isAsked(optionalRoles.equipements),
    "equipements answered": isAnswered(optionalRoles.equipements),
    "services asked": isAsked(optionalRoles.services),
    "services answered": isAnswered(optionalRoles.services),
    "freins asked": isAsked(optionalRoles.freins),
    "freins answered": (response: Response) => isHesitant(response) && hasObstacles(response),
    "contributeurs asked": isAsked(optionalRoles.contributeurs),
    "contributeurs answered": isAnswered(optionalRoles.contributeurs),
    wished: isAsked(roles.wished),
    tied: isAnswered(roles.tie),
    teleworkers: ({ answers }: Response) => answers[roles.profile] === "teletravailleur",
    fair: (response: Response) => pairOf(response).fair !== null,
    dear: (response: Response) => pairOf(response).dear !== null,
  };
}

/** Of how many each holds. Each response is read once: it is not at hand any more once all others were read. */
function counterOf<Name extends string>(
  responses: readonly Response[],
  tests: Record<Name, Test>,
): (name: Name) => number {
  const counts = Object.entries<Test>(tests).map(([name, isOf]) => ({ name, isOf, count: 0 }));
  for (const response of responses) {
    for (const each of counts) if (each.isOf(response)) each.count += 1;
  }
  const byName = new Map(counts.map(({ name, count }) => [name, count]));
  return (name) => byName.get(name) ?? 0;
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
function demandBases(summed: Summed, wished: number) {
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
    matrice_flux: ofWishes(wished),
    jours_personnes: ofWishes(counting),
    pic: ofWishes(ticking.length, counting),
    postes: ofWishes(counting),
    recette: told(summed, [roles.budget], ofWishes(spending, counting)),
  };
}

function travelBases(
  { base, withoutFactor }: Pick<HeldTravel, "base" | "withoutFactor">,
  teleworkers: number,
  all: number,
) {
  return {
    km_evites: shownBase(base, teleworkers, all),
    co2: shownBase(base - withoutFactor, base, teleworkers, all),
  };
}
