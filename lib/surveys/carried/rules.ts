import type { Locale } from "@/lib/core/locale";
import { listOf, optionOf } from "../diagnosis/rules";
import { roles } from "../diagnosis/schema";
import { questionOf } from "../questionnaires/rules";
import type { Answers, Questionnaire } from "../questionnaires/schema";
import type { CarriedItem, CarriedValues } from "./schema";

const longestRhythm = 80;
const longestSkill = 60;
const mostSkills = 12;
/** The question of what one could share. */
const skillsQuestion = "savoir_faire";

type Known = {
  communes: ReadonlySet<string>;
  /** Spaces of the network with their commune, in the order they are shown. */
  spaces: readonly { id: string; communeId: string }[];
};

/**
 * What of the answers a profile has a field for: the commune of residence when it is one, a space in a
 * commune one would go to, how often and on which days, what one could share. Nothing else.
 */
export function carriedFrom(
  questionnaire: Questionnaire,
  answers: Answers,
  { communes, spaces }: Known,
  locale: Locale,
): CarriedValues {
  const residence = String(answers[roles.residence] ?? "");
  const wished = listOf(answers, roles.wished);
  const space = wished
    .flatMap((insee) => spaces.filter(({ communeId }) => communeId === insee))
    .at(0);
  const rhythm = rhythmOf(questionnaire, answers, locale);
  const skills = skillsIn(answers[skillsQuestion]);
  return {
    ...(communes.has(residence) ? { commune: residence } : {}),
    ...(space ? { space: space.id } : {}),
    ...(rhythm ? { rhythm } : {}),
    ...(skills.length > 0 ? { skills } : {}),
  };
}

/** « 1 ou 2 jours par semaine (mardi, jeudi) », the days only where they are at most three and fit. */
function rhythmOf(questionnaire: Questionnaire, answers: Answers, locale: Locale): string | null {
  const often = optionOf(questionnaire, answers, roles.frequency)?.label[locale];
  if (!often) return null;
  const question = questionOf(questionnaire, roles.slots);
  const chosen = listOf(answers, roles.slots);
  const days = question?.type === "grid" ? question.rows : [];
  const named = days
    .filter(({ value }) => chosen.some((slot) => slot.startsWith(`${value}:`)))
    .map(({ label }) => (locale === "fr" ? label.fr.toLocaleLowerCase("fr") : label.en));
  const whole = `${often} (${named.join(", ")})`;
  const fits = named.length > 0 && named.length <= 3 && whole.length <= longestRhythm;
  return (fits ? whole : often).slice(0, longestRhythm);
}

function skillsIn(answer: Answers[string] | undefined): string[] {
  if (typeof answer !== "string") return [];
  const parts = answer.split(/[,;\n]/).map((text) => text.replace(/\s+/g, " ").trim());
  const kept = parts.filter((text) => text !== "" && text.length <= longestSkill);
  return [...new Set(kept)].slice(0, mostSkills);
}

/** Only what was ticked. */
export function keptOf(values: CarriedValues, keep: readonly CarriedItem[]): CarriedValues {
  return Object.fromEntries(
    Object.entries(values).filter(([item]) => keep.some((kept) => kept === item)),
  );
}
