import { z } from "zod";
import { NotFound } from "@/lib/core/errors";
import { tellsWishes, wishedLines } from "@/lib/surveys/figures/schema";
import { findResults, listPublished, type Results } from "@/lib/surveys/publications/queries";
import { licence } from "./open/codes";
import { operation, type Resource } from "./operation";

const respondents = z
  .number()
  .int()
  .describe("Never from one to four; eleven at least where a commune is crossed.");
const places = z.array(
  z.object({ communes: z.array(z.string()).describe("INSEE codes put together."), respondents }),
);

const wished = z.object({
  communes: z.array(z.string()).describe("INSEE codes put together."),
  wishes: z
    .number()
    .int()
    .nullable()
    .describe("How often they are named: a person is in each commune named, and counts for each."),
  respondents: respondents
    .nullable()
    .describe("Null, but in results counted before wishes were: distinct respondents."),
});

const followed =
  "Lines of residence follow by five new answers at least, the others are made together: some may wait, so that the sum is under `responses`.";

const query = z.strictObject({
  survey: z
    .string()
    .min(1)
    .max(120)
    .optional()
    .describe("Name of a survey as `surveys` gives it; the last published else."),
});

const resultsShape = z.object({
  survey: z.string(),
  surveys: z
    .array(z.string())
    .describe("Every survey whose results are published, the last first."),
  title: z.object({ fr: z.string(), en: z.string() }),
  countedOn: z.iso.date(),
  responses: z.number().int().describe("All who answered, those no line tells yet among them."),
  caveat: z.literal("respondents, not representative of the population"),
  licence: z.url(),
  tables: z.array(
    z.object({
      question: z.string(),
      kind: z
        .enum(["parts", "choices"])
        .describe(
          "parts: each respondent told is in one line, no answer among them; choices: several may be ticked.",
        ),
      base: z
        .number()
        .int()
        .describe(
          `Respondents the lines are of; for parts, their sum. ${followed} Percentages are of this base.`,
        ),
      lines: z.array(
        z.object({
          values: z.array(z.string()).describe("Codes put together; empty = no answer."),
          respondents: respondents.nullable().describe("Null = too few, or all but too few."),
        }),
      ),
    }),
  ),
  residence: places.describe(
    `Each respondent told is in one line, of which the sum is the base. ${followed}`,
  ),
  wished: z.array(wished),
  desks: z.array(
    z.object({
      communes: z.array(z.string()),
      personDaysPerMonth: z.number().int(),
      low: z.number().int(),
      central: z.number().int(),
      high: z.number().int(),
    }),
  ),
});

/** The published figures of the survey, as the page and the open data have them. */
export const surveyResultsResource: Resource = {
  GET: operation({
    id: "surveyResults",
    summary: "Published results of a survey, the last else: aggregates only, counted in batches.",
    access: "public",
    query,
    answers: {
      200: { description: "The results.", schema: resultsShape },
      404: { description: "No survey has been published yet, or none of that name." },
    },
    handle: async ({ query: { survey = null }, at }) => {
      const results = await findResults(survey, at);
      if (!results) throw new NotFound();
      const published = await listPublished(at);
      return {
        body: resultsView(
          results,
          published.map(({ slug }) => slug),
        ),
      };
    },
  }),
};

function resultsView(
  { campaign, figures, day }: Results,
  surveys: string[],
): z.input<typeof resultsShape> {
  const { tables, residence, desks } = figures;
  const isOfWishes = tellsWishes(figures.wished);
  return {
    survey: campaign.slug,
    surveys,
    title: campaign.questionnaire.title,
    countedOn: day,
    responses: figures.responses,
    caveat: "respondents, not representative of the population",
    licence,
    tables: tables.map(({ question, kind, base, lines }) => ({
      question,
      kind,
      base,
      lines: lines.map(({ values, count }) => ({ values, respondents: count })),
    })),
    residence: residence.lines,
    wished: wishedLines(figures.wished).map(({ communes, count }) => ({
      communes,
      wishes: isOfWishes ? count : null,
      respondents: isOfWishes ? null : count,
    })),
    desks: desks.lines.map(({ communes, personDays, desks: planned }) => ({
      communes,
      personDaysPerMonth: Math.round(personDays),
      ...planned,
    })),
  };
}
