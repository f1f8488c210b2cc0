import { type Day, dayOf } from "@/lib/core/day";
import type { Locale } from "@/lib/core/locale";
import { firstDayOf, lastDayOf, monthOf } from "@/lib/reports/schema";
import { networkTimeZone } from "@/lib/spaces/schema";
import { findResults, listPublished } from "@/lib/surveys/publications/queries";
import { eventsCsv, eventsJson } from "./events";
import type { OpenFile, OpenSet } from "./files";
import { placesCsv, placesGeojson, placesJson, placesOsm, readPlaces } from "./places";
import { readUse, useCsv, useJson } from "./use";

/** Files of the open data that this API writes itself. */
export const openFiles: OpenFile[] = [
  ...[placesCsv, placesJson, placesGeojson, placesOsm],
  ...[useCsv, useJson, eventsCsv, eventsJson],
];

/** One address a set is read at. */
export type Distribution = {
  name: string;
  path: string;
  mediaType: string;
  format: "CSV" | "JSON" | "GEOJSON" | "ICS";
  /** Of the file's words and spreadsheets; null = the same in all. */
  locale: Locale | null;
  /** In bytes; null = not known without asking for it. */
  size: ((at: Date) => Promise<number>) | null;
};

export type OpenSetRead = {
  set: OpenSet;
  /** Of the address on the page: the set, with the survey's name where there are several. */
  id: string;
  /** What a survey is called; null for the others, whose words are messages. */
  title: { fr: string; en: string } | null;
  /** Local day of the last change; null where none is known. */
  modified: Day | null;
  /** Local days it is about, both included; null = of now. */
  period: { first: Day; last: Day } | null;
  distributions: Distribution[];
};

/** Every set with its addresses at that instant, for the page and the catalogue alike. */
export async function readOpenSets(at: Date): Promise<OpenSetRead[]> {
  const [places, months, surveys] = await Promise.all([
    readPlaces(at),
    readUse(at),
    readSurveys(at),
  ]);
  const [first, last] = [months[0]?.month, months.at(-1)?.month];
  return [
    {
      ...{ set: "places", id: "places", title: null, period: null },
      modified: places.changedOn,
      distributions: distributionsOf("places"),
    },
    {
      ...{ set: "use", id: "use", title: null },
      modified: first ? firstDayOf(monthOf(dayOf(at, networkTimeZone))) : null,
      period: first && last ? { first: firstDayOf(first), last: lastDayOf(last) } : null,
      distributions: distributionsOf("use"),
    },
    {
      ...{ set: "events", id: "events", title: null, modified: null, period: null },
      distributions: [...distributionsOf("events"), agenda],
    },
    ...surveys,
  ];
}

function distributionsOf(set: OpenSet): Distribution[] {
  return openFiles
    .filter((file) => file.set === set)
    .flatMap(({ id, path, mediaType, format, byLanguage, write }) =>
      (byLanguage ? (["fr", "en"] as const) : [null]).map((locale) => ({
        ...{ name: id, mediaType, format, locale },
        path: locale ? `${path}?lang=${locale}` : path,
        size: async (at: Date) => (await write(at, locale ?? "fr")).bytes.byteLength,
      })),
    );
}

const agenda: Distribution = {
  ...{ name: "agenda", path: "/evenements/agenda.ics", mediaType: "text/calendar" },
  ...{ format: "ICS", locale: null, size: null },
};

async function readSurveys(at: Date): Promise<OpenSetRead[]> {
  const campaigns = await listPublished(at);
  const read = await Promise.all(campaigns.map(({ slug }) => findResults(slug, at)));
  return read.flatMap((results) => {
    if (!results) return [];
    const { campaign, day } = results;
    const { slug, opensAt, closesAt, timeZone } = campaign;
    const last = dayOf(new Date(closesAt.getTime() - 1), timeZone);
    return {
      set: "survey" as const,
      id: `survey-${slug}`,
      title: campaign.questionnaire.title,
      modified: day,
      period: { first: dayOf(opensAt, timeZone), last },
      distributions: surveyAddresses(slug),
    };
  });
}

function surveyAddresses(slug: string): Distribution[] {
  const ofSurvey = (name: string, part: string): Distribution[] =>
    (["fr", "en"] as const).map((locale) => ({
      ...{ name, mediaType: "text/csv", format: "CSV", locale, size: null },
      path: `/enquete/resultats/${part}?campagne=${slug}&langue=${locale}`,
    }));
  return [
    ...ofSurvey("surveyCsv", "donnees"),
    ...ofSurvey("surveyCodes", "codes"),
    {
      ...{ name: "surveyJson", mediaType: "application/json", format: "JSON" },
      ...{ locale: null, size: null, path: `/api/v1/survey/results?survey=${slug}` },
    },
  ];
}
