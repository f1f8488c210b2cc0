import { day } from "@/lib/core/day";
import { formatDay, formatNumber, formatShare } from "@/lib/core/format";
import type { MetricSheet, SheetTable } from "@/lib/surveys/diagnosis/exports/schema";
import { roles } from "@/lib/surveys/diagnosis/schema";
import { mayShowShare, type PublishedLine } from "@/lib/surveys/disclosure/rules";
import {
  joinedNames,
  optionName,
  orFew,
  placeName,
  type SheetContext,
  sheetOf,
} from "./sheet-words";

/** Who answered, how, and from where. */
export function respondentSheets(context: SheetContext): MetricSheet[] {
  return [respondents(context), coverage(context), profiles(context), arrivals(context)];
}

function respondents(context: SheetContext): MetricSheet {
  const { diagnosis, t, locale } = context;
  const { base, days, sources, entryModes, languages, campaign } = diagnosis;
  const sourceName = (code: string) => {
    const partner = campaign.partners.find((each) => each.code === code);
    if (partner) return partner.name;
    const own = (["site", "presse", "papier", "affiche"] as const).find((each) => each === code);
    return own ? t(`source.${own}`) : code;
  };
  const modeName = (mode: string) =>
    mode === "paper" || mode === "assisted" ? t(`entryMode.${mode}`) : t("entryMode.online");
  const languageName = (code: string) => (code === "en" ? t("language.en") : t("language.fr"));
  const dayName = (given: string) => formatDay(day(given), locale, day(given));
  return sheetOf(context, "repondants", {
    base,
    findings: [t("lead", { count: base })],
    tables: [
      {
        id: "jours",
        caption: t("byDay"),
        head: t("day"),
        columns: [{ key: "answers", label: t("answers"), unit: "respondents" }],
        bar: "answers",
        rows: (days ?? []).map(({ first, last, count }) => ({
          key: first,
          label:
            first === last
              ? dayName(first)
              : t("fromTo", { first: dayName(first), last: dayName(last) }),
          cells: [count],
        })),
      },
      countTable(context, { id: "sources", lines: sources, nameOf: sourceName }),
      countTable(context, { id: "saisies", lines: entryModes, nameOf: modeName }),
      countTable(context, { id: "langues", lines: languages, nameOf: languageName }),
    ],
  });
}

type Counts = {
  id: "sources" | "saisies" | "langues" | "profils" | "publics";
  lines: readonly PublishedLine[] | null;
  nameOf: (key: string) => string;
};

/** Respondents and their share, line by line. */
function countTable(context: SheetContext, { id, lines, nameOf }: Counts): SheetTable {
  const { diagnosis, t } = context;
  const { base } = diagnosis;
  return {
    id,
    caption: t(`table.${id}`),
    head: t(`head.${id}`),
    columns: [
      { key: "answers", label: t("answers"), unit: "respondents" },
      { key: "share", label: t("share"), unit: "share" },
    ],
    bar: "answers",
    rows: (lines ?? []).map(({ keys, count }) => ({
      key: keys.join(" "),
      label: joinedNames(context, keys.map(nameOf)),
      cells: [count, mayShowShare(base) ? count / base : t("noShare")],
    })),
  };
}

/** The lines of the gauge, in its order: the furthest behind first. */
function coverage(context: SheetContext): MetricSheet {
  const { t, diagnosis, locale } = context;
  const { coverage: told } = diagnosis;
  const lines = told?.lines ?? [];
  const number = (value: number | null) => (value === null ? null : formatNumber(value, locale));
  const mean = number(told?.perThousand ?? null);
  return sheetOf(context, "couverture", {
    base: told ? told.respondents : null,
    findings: mean === null ? [] : [t("coverageLead", { rate: mean })],
    tables: [
      {
        id: "communes",
        caption: t("metric.couverture"),
        head: t("commune"),
        columns: [
          { key: "answers", label: t("answers"), unit: "respondents" },
          { key: "rate", label: t("perThousand"), unit: "perThousand" },
        ],
        bar: "rate",
        rows: lines.map(({ communes, respondents: count, perThousand }) => ({
          key: communes.join(" "),
          label: joinedNames(
            context,
            communes.map((key) => placeName(context, key)),
          ),
          cells: [count, perThousand ?? t("noShare")],
        })),
      },
    ],
  });
}

function profiles(context: SheetContext): MetricSheet {
  const { diagnosis, t, locale } = context;
  const { priorityShare, base } = diagnosis;
  return sheetOf(context, "profils", {
    base,
    findings: [
      priorityShare === null
        ? t("shareBelowBase")
        : t("profilesLead", { share: formatShare(priorityShare, locale) }),
    ],
    tables: [
      countTable(context, {
        id: "profils",
        lines: diagnosis.profiles,
        nameOf: (value) => optionName(context, roles.profile, value),
      }),
      countTable(context, { id: "publics", lines: diagnosis.categories, nameOf: (name) => name }),
    ],
  });
}

function arrivals(context: SheetContext): MetricSheet {
  const { diagnosis, t, locale } = context;
  const { projects, interested } = diagnosis.arrivals;
  const words = (count: number | null) =>
    count === null ? t("someAnswers") : formatNumber(count, locale);
  return sheetOf(context, "installations", {
    base: diagnosis.base,
    findings: [t("arrivalsFigure", { projects: words(projects), interested: words(interested) })],
    tables: [
      {
        id: "projets",
        caption: t("metric.installations"),
        head: t("arrival"),
        columns: [{ key: "answers", label: t("answers"), unit: "respondents" }],
        rows: [
          { key: "projects", label: t("projects"), cells: [orFew(context, projects)] },
          { key: "interested", label: t("interested"), cells: [orFew(context, interested)] },
        ],
      },
    ],
  });
}
