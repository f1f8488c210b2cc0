import { day } from "@/lib/core/day";
import { formatDay, formatNumber, formatShare } from "@/lib/core/format";
import type { MetricSheet, SheetCell, SheetTable } from "@/lib/surveys/diagnosis/exports/schema";
import { roles } from "@/lib/surveys/diagnosis/schema";
import { mayShowShare, type PublishedLine } from "@/lib/surveys/disclosure/rules";
import { joinedNames, optionName, placeName, type SheetContext, sheetOf } from "./sheet-words";

/** Who answered, how, and from where. */
export function respondentSheets(context: SheetContext): MetricSheet[] {
  return [respondents(context), coverage(context), profiles(context), arrivals(context)];
}

function respondents(context: SheetContext): MetricSheet {
  const { diagnosis, t, locale } = context;
  const { base, days, sources, entryModes, languages } = diagnosis;
  const modeName = (mode: string) =>
    mode === "paper" || mode === "assisted" ? t(`entryMode.${mode}`) : t("entryMode.online");
  const languageName = (code: string) => (code === "en" ? t("language.en") : t("language.fr"));
  const dayName = (given: string) => formatDay(day(given), locale, day(given));
  return sheetOf(context, "repondants", {
    findings: [t("lead", { count: base })],
    tables: [
      {
        id: "jours",
        caption: t("byDay"),
        base: linesBase(context, days),
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
      countTable(context, {
        id: "sources",
        lines: sources,
        nameOf: (code) => sourceName(context, code),
      }),
      countTable(context, { id: "saisies", lines: entryModes, nameOf: modeName }),
      countTable(context, { id: "langues", lines: languages, nameOf: languageName }),
    ],
  });
}

const own = ["site", "presse", "papier", "affiche"] as const;

/** Where answers come from, in words: a partner that was taken off since is all that has only its code. */
function sourceName({ diagnosis, t }: SheetContext, code: string): string {
  const ours = own.find((each) => each === code);
  if (ours) return t(`source.${ours}`);
  const known = diagnosis.knownSources.find((each) => each.code === code);
  if (!known) return t("source.gone", { code });
  return known.kind === "town_hall" ? t("source.town_hall", { name: known.name }) : known.name;
}

type Counts = {
  id: "sources" | "saisies" | "langues" | "profils" | "publics";
  lines: readonly PublishedLine[] | null;
  nameOf: (key: string) => string;
};

function peopleOf(lines: readonly { count: number }[] | null): number {
  return (lines ?? []).reduce((sum, { count }) => sum + count, 0);
}

/** Of whom the lines are: a line waits for five new people, so that they may be fewer than all who are counted. */
function linesBase({ t }: SheetContext, lines: readonly { count: number }[] | null): string {
  return t("base", { count: peopleOf(lines), who: t("who.couverture") });
}

/** Respondents and their share, line by line. */
function countTable(context: SheetContext, { id, lines, nameOf }: Counts): SheetTable {
  const { t } = context;
  const base = peopleOf(lines);
  return {
    id,
    caption: t(`table.${id}`),
    base: linesBase(context, lines),
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
  const { priorityShare } = diagnosis;
  const untold = mayShowShare(peopleOf(diagnosis.profiles))
    ? t("priorityMixed")
    : t("shareBelowBase");
  return sheetOf(context, "profils", {
    findings: [
      priorityShare === null
        ? untold
        : t("profilesLead", { share: formatShare(priorityShare, locale) }),
    ],
    tables: [
      countTable(context, {
        id: "profils",
        lines: diagnosis.profiles,
        nameOf: (value) => optionName(context, roles.profile, value),
      }),
      countTable(context, {
        id: "publics",
        lines: diagnosis.categories,
        nameOf: (name) => audienceName(context, name),
      }),
    ],
  });
}

const audiences = {
  indépendants: "self_employed",
  télétravailleurs: "teleworkers",
  "TPE/PME": "businesses",
  entrepreneurs: "founders",
  "étudiants entrepreneurs": "students",
  associations: "associations",
  citoyens: "citizens",
} as const;

/** An audience is named in French by the questionnaire: those it came with have their words in both languages. */
function audienceName({ t }: SheetContext, named: string): string {
  const known = Object.entries(audiences).find(([name]) => name === named)?.[1];
  if (known) return t(`audience.${known}`);
  return named === "" ? t("audience.none") : named;
}

function arrivals(context: SheetContext): MetricSheet {
  const { diagnosis, t, locale } = context;
  const { projects, interested } = diagnosis.arrivals;
  const said = (cell: SheetCell) => (typeof cell === "number" ? formatNumber(cell, locale) : cell);
  // Where few of those who plan to come are interested, or all but few, neither is said.
  const [planned, coming] = [projects ?? t("notTold"), interested ?? t("notTold")];
  return sheetOf(context, "installations", {
    findings: [t("arrivalsFigure", { projects: said(planned), interested: said(coming) })],
    tables: [
      {
        id: "projets",
        caption: t("metric.installations"),
        head: t("arrival"),
        columns: [{ key: "answers", label: t("answers"), unit: "respondents" }],
        rows: [
          { key: "projects", label: t("projects"), cells: [planned] },
          { key: "interested", label: t("interested"), cells: [coming] },
        ],
      },
    ],
  });
}
