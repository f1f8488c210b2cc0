import type { Questionnaire, SurveyOption } from "../../questionnaires/schema";
import { optionOf, shareOf } from "../rules";
import { type Response, roles } from "../schema";

/** How many responses there are by one of their own marks: day, source, way of entry, language. */
export function countsBy(
  responses: readonly Response[],
  mark: "day" | "source" | "entryMode" | "locale",
): Map<string, number> {
  return counted(responses.map((response) => response[mark]));
}

export type Coverage = {
  insee: string;
  respondents: number;
  /** For a thousand inhabitants; null where the population is not known. */
  perThousand: number | null;
};

/** Respondents by commune of residence, over all communes given: those with nobody tell where to push. */
export function coverageOf(
  responses: readonly Response[],
  communes: readonly { insee: string; population: number | null }[],
): Coverage[] {
  const counts = counted(responses.map(({ answers }) => String(answers[roles.residence] ?? "")));
  return communes.map(({ insee, population }) => {
    const respondents = counts.get(insee) ?? 0;
    return {
      insee,
      respondents,
      perThousand: population ? (1000 * respondents) / population : null,
    };
  });
}

export type Profiles = {
  byProfile: Map<string, number>;
  bySeedCategory: Map<string, number>;
  /** Share of the profiles the survey gives priority to; null without a respondent. */
  priorityShare: number | null;
};

/** Who answered: by profile, by the audiences the project named at first, and the priority ones. */
export function profilesOf(questionnaire: Questionnaire, responses: readonly Response[]): Profiles {
  const options = responses.flatMap(({ answers }): SurveyOption[] => {
    const option = optionOf(questionnaire, answers, roles.profile);
    return option ? [option] : [];
  });
  return {
    byProfile: counted(options.map(({ value }) => value)),
    bySeedCategory: counted(options.map(({ seedCategory }) => seedCategory ?? "")),
    priorityShare: shareOf(options.filter(({ priority }) => priority).length, options.length),
  };
}

/** Projects to settle in the valley, and those among them who would certainly or probably come. */
export function arrivalsOf(responses: readonly Response[]): {
  projects: number;
  interested: number;
} {
  const projects = responses.filter(({ answers }) => answers[roles.tie] === "projet_installation");
  const interested = projects.filter(({ answers }) =>
    ["certain", "probable"].includes(String(answers[roles.interest])),
  );
  return { projects: projects.length, interested: interested.length };
}

/** How often each value comes. */
export function counted(values: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}
