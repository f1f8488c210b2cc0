import { formatNumber, formatShare } from "@/lib/core/format";
import type { MetricSheet, SheetTable } from "@/lib/surveys/diagnosis/exports/schema";
import { deskKinds } from "@/lib/surveys/diagnosis/figures/rules";
import { roles } from "@/lib/surveys/diagnosis/schema";
import { gridOf } from "../question-words";
import {
  joinedNames,
  placeName,
  type SheetContext,
  sheetOf,
  supposed,
  supposedIntent,
} from "./sheet-words";

/** How many desks, where, on which half-days: what the survey was made for. */
export function demandSheets(context: SheetContext): MetricSheet[] {
  return [desks(context), personDays(context), demand(context), slots(context), flows(context)];
}

function places(context: SheetContext, keys: readonly string[]): string {
  return joinedNames(
    context,
    keys.map((key) => placeName(context, key)),
  );
}

function desks(context: SheetContext): MetricSheet {
  const { diagnosis, t } = context;
  const occupancies = occupancyWords(context);
  const lines = mostFirst(diagnosis.desks);
  return sheetOf(context, "postes", {
    formula: occupancies,
    findings: [
      ...lines.map(({ communes, desks: { low, central, high } }) =>
        t("desksFigure", { place: places(context, communes), low, central, high }),
      ),
      t("desksLead", occupancies),
    ],
    suppositions: [
      ...supposedIntent(context),
      ...supposed(context, [
        "openDaysPerMonth",
        "fewestDesksOccupancy",
        "targetOccupancy",
        "mostDesksOccupancy",
        "peakToMeanDefault",
      ]),
    ],
    tables: [
      {
        id: "bourgs",
        caption: t("desksByBourg"),
        head: t("around"),
        columns: [
          { key: "days", label: t("weightedDays"), unit: "days" },
          { key: "low", label: t("low"), unit: "desks" },
          { key: "central", label: t("central"), unit: "desks" },
          { key: "high", label: t("high"), unit: "desks" },
        ],
        bar: "central",
        rows: lines.map((line) => ({
          key: line.communes.join(" "),
          label: places(context, line.communes),
          cells: [Math.round(line.value), line.desks.low, line.desks.central, line.desks.high],
        })),
      },
      kinds(context),
    ],
  });
}

/** By what is summed: a line most people named is not that of the strongest demand. */
function mostFirst<Line extends { value: number }>(lines: readonly Line[]): Line[] {
  return lines.toSorted((a, b) => b.value - a.value);
}

function occupancyWords({ diagnosis, locale }: SheetContext) {
  const { fewestDesksOccupancy, targetOccupancy, mostDesksOccupancy } = diagnosis.assumptions;
  return {
    fewest: formatShare(fewestDesksOccupancy, locale),
    target: formatShare(targetOccupancy, locale),
    most: formatShare(mostDesksOccupancy, locale),
  };
}

function kinds(context: SheetContext): SheetTable {
  const { diagnosis, t } = context;
  return {
    id: "types",
    caption: t("desksByKind"),
    head: t("around"),
    columns: deskKinds.map((kind) => ({ key: kind, label: t(`deskKind.${kind}`), unit: "days" })),
    rows: (diagnosis.deskKinds ?? []).map(({ bourgs, cells }) => ({
      key: bourgs.join(" "),
      label: places(context, bourgs),
      cells: deskKinds.map((kind) => Math.round(cells.get(kind) ?? 0)),
    })),
  };
}

function personDays(context: SheetContext): MetricSheet {
  const { diagnosis, t, locale } = context;
  const { personDays: days } = diagnosis;
  const columns: SheetTable["columns"] = [{ key: "days", label: t("days"), unit: "days" }];
  const rows = days && [
    { key: "declared", label: t("declared"), cells: [Math.round(days.declared)] },
    { key: "weighted", label: t("weighted"), cells: [Math.round(days.weighted)] },
  ];
  return sheetOf(context, "jours_personnes", {
    findings: days
      ? [
          t("personDaysFigures", {
            declared: formatNumber(Math.round(days.declared), locale),
            weighted: formatNumber(Math.round(days.weighted), locale),
          }),
        ]
      : [],
    suppositions: supposedIntent(context),
    tables: rows
      ? [{ id: "mois", caption: t("metric.jours_personnes"), head: t("measure"), columns, rows }]
      : [],
  });
}

function demand(context: SheetContext): MetricSheet {
  const { diagnosis, t, locale } = context;
  const lines = mostFirst(diagnosis.demand);
  const [first] = lines;
  return sheetOf(context, "demande_commune", {
    findings: first
      ? [
          t("demandLead", {
            place: places(context, first.communes),
            days: formatNumber(Math.round(first.value), locale),
          }),
        ]
      : [],
    suppositions: supposedIntent(context),
    tables: [
      {
        id: "communes",
        caption: t("metric.demande_commune"),
        head: t("commune"),
        columns: [
          { key: "days", label: t("weightedDays"), unit: "days" },
          { key: "wishes", label: t("wishes"), unit: "wishes" },
        ],
        bar: "days",
        rows: lines.map((line) => ({
          key: line.communes.join(" "),
          label: places(context, line.communes),
          cells: [Math.round(line.value), line.wishes],
        })),
      },
    ],
  });
}

function slots(context: SheetContext): MetricSheet {
  const { diagnosis, t, locale } = context;
  const { peak, campaign } = diagnosis;
  const { rows, columns } = gridOf(campaign.questionnaire, roles.slots, locale);
  const valueAt = (slot: string) => {
    const value = peak.bySlot.get(slot);
    return value === undefined ? 0 : (value ?? t("notTold"));
  };
  return sheetOf(context, "pic", {
    findings: [...peakWords(context), t("slotsUnit")],
    suppositions: [...supposedIntent(context), ...supposed(context, ["peakToMeanDefault"])],
    tables: [
      {
        id: "demi-journees",
        caption: t("slots"),
        head: t("day"),
        columns: columns.map(({ value, label }) => ({ key: value, label, unit: "weight" })),
        rows: rows.map((day) => ({
          key: day.value,
          label: day.label,
          cells: columns.map((half) => valueAt(`${day.value}:${half.value}`)),
        })),
      },
    ],
  });
}

/** What is wanted most, and how high the ten half-days of the week rise: they need not be the same. */
function peakWords(context: SheetContext): string[] {
  const { diagnosis, t, locale } = context;
  const { busiest, busiestOfTen, bySlot, isDefault, peakToMean } = diagnosis.peak;
  if (bySlot.size === 0) {
    return [t("slotsNone"), t("slotsDefault", { peak: formatNumber(peakToMean ?? 0, locale) })];
  }
  const lead = busiest === null ? [] : [t("slotsLead", { slot: slotName(context, busiest) })];
  if (peakToMean === null) return [...lead, t("slotsHidden")];
  const peak = formatNumber(peakToMean, locale);
  if (isDefault) return [...lead, t("slotsNoneOfTen"), t("slotsDefault", { peak })];
  if (busiest === busiestOfTen) return [...lead, t("slotsPeak", { peak })];
  const slot = slotName(context, busiestOfTen ?? "");
  return [...lead, t("slotsPeakOf", { slot, peak })];
}

function slotName({ diagnosis, locale }: SheetContext, slot: string): string {
  const { rows, columns } = gridOf(diagnosis.campaign.questionnaire, roles.slots, locale);
  const [day, half] = slot.split(":");
  const nameOf = (list: typeof rows, value?: string) =>
    list.find((each) => each.value === value)?.label ?? "";
  // Days of the week have a capital in English.
  const dayName = locale === "fr" ? nameOf(rows, day).toLocaleLowerCase(locale) : nameOf(rows, day);
  return `${dayName}, ${nameOf(columns, half).toLocaleLowerCase(locale)}`;
}

function flows(context: SheetContext): MetricSheet {
  const { diagnosis, t } = context;
  const { flows: shown } = diagnosis;
  const columns = shown?.columns ?? [];
  return sheetOf(context, "matrice_flux", {
    tables: shown
      ? [
          {
            id: "flux",
            caption: t("metric.matrice_flux"),
            head: t("residence"),
            columns: columns.map(({ key, bourgs }) => ({
              key,
              label: t("towards", { place: places(context, bourgs) }),
              unit: "wishes",
            })),
            rows: shown.lines.map(({ rows, cells }) => ({
              key: rows.join(" "),
              label: places(context, rows),
              cells: columns.map(({ key }) => cells.get(key) ?? 0),
            })),
          },
        ]
      : [],
  });
}
