import { formatEuros, formatNumber } from "@/lib/core/format";
import type { MetricSheet, SheetTable } from "@/lib/surveys/diagnosis/exports/schema";
import {
  prices as halfEuros,
  priceStep,
  type ShownWillingness,
} from "@/lib/surveys/diagnosis/prices/rules";
import { roles } from "@/lib/surveys/diagnosis/schema";
import { mayShowShare } from "@/lib/surveys/disclosure/rules";
import { noAnswer } from "@/lib/surveys/figures/schema";
import { inOrder } from "../question-words";
import {
  baseWords,
  joinedNames,
  optionName,
  type SheetContext,
  sheetOf,
  supposed,
  supposedIntent,
} from "./sheet-words";

/** What people would pay, what it would bring, what travel it would spare. */
export function moneySheets(context: SheetContext): MetricSheet[] {
  return [prices(context), income(context), kilometres(context), emissions(context)];
}

function prices(context: SheetContext): MetricSheet {
  const { prices: shown } = context.diagnosis;
  const hasCurve = shown !== null && [shown.fair, shown.acceptable].some(hasPoints);
  return sheetOf(context, "prix", {
    findings: shown ? priceWords(context, shown) : [],
    tables: [...(hasCurve ? [curves(context, shown)] : []), budgets(context)],
  });
}

function priceWords({ t, locale }: SheetContext, shown: ShownWillingness): string[] {
  const euros = (value: number | null) =>
    value === null ? t("notTold") : formatEuros(value, locale);
  const { medianFair, medianDear, leavesOut } = shown;
  return [
    t("pricesLead", { fair: euros(medianFair), dear: euros(medianDear) }),
    ...curveWords([shown.fair, shown.acceptable]).map((key) => t(key)),
    // The form and the sheet refuse a price too dear under the fair one; a questionnaire may not.
    ...(leavesOut ? [t("inconsistent")] : []),
  ];
}

type Curve = ShownWillingness["fair"];

function hasPoints(curve: Curve): boolean {
  return curve.some(({ share }) => share !== null);
}

/** Why a curve is not drawn: too few named its price, or its points would give a few of them away. */
function curveWords(both: readonly Curve[]): ("curvesBelowBase" | "curvesHidden")[] {
  const isHidden = both.some((curve) => curve.length > 0 && !hasPoints(curve));
  return [
    ...(both.some((curve) => curve.length === 0) ? (["curvesBelowBase"] as const) : []),
    ...(isHidden ? (["curvesHidden"] as const) : []),
  ];
}

/**
 * The two curves where they may be read, by price: who would not give up just below it, who finds it fair or
 * says more. Everybody finds nothing fair: that is no row, nor is a price with neither.
 */
function curves(context: SheetContext, { acceptable, fair }: ShownWillingness): SheetTable {
  const { t, locale } = context;
  const shareAt = (curve: Curve, price: number) =>
    curve.find((point) => point.price === price)?.share ?? null;
  const rows = halfEuros.slice(1).flatMap((price) => {
    const cells = [shareAt(acceptable, price - priceStep), shareAt(fair, price)];
    return cells.every((cell) => cell === null) ? [] : [{ price, cells }];
  });
  return {
    id: "courbes",
    caption: t("curves"),
    head: t("price"),
    base: [baseWords(context, "prix_trop_cher"), baseWords(context, "prix_raisonnable")].join(" "),
    columns: [
      { key: "acceptable", label: t("acceptableBelow"), unit: "share" },
      { key: "fair", label: t("fairOrMore"), unit: "share" },
    ],
    rows: rows.map(({ price, cells }) => ({
      key: String(price),
      label: formatEuros(price, locale),
      cells: cells.map((cell) => cell ?? t("notTold")),
    })),
  };
}

function budgets(context: SheetContext): SheetTable {
  const { diagnosis, t } = context;
  const { budgets: shown, campaign } = diagnosis;
  const lines = inOrder(campaign.questionnaire, roles.budget, shown?.lines ?? []);
  const nameOf = (value: string) =>
    value === noAnswer ? t("silent") : optionName(context, roles.budget, value);
  return {
    id: "budgets",
    caption: t("budgets"),
    head: t("budget"),
    base: baseWords(context, "budgets"),
    columns: [
      { key: "answers", label: t("answers"), unit: "respondents" },
      { key: "share", label: t("share"), unit: "share" },
    ],
    bar: "answers",
    rows: lines.map(({ keys, count }) => ({
      key: keys.join(" "),
      label: joinedNames(context, keys.map(nameOf)),
      cells: [count, shown && mayShowShare(shown.base) ? count / shown.base : t("noShare")],
    })),
  };
}

function income(context: SheetContext): MetricSheet {
  const { diagnosis, t, locale } = context;
  const amount = diagnosis.income === null ? null : Math.round(diagnosis.income);
  return sheetOf(context, "recette", {
    findings: amount === null ? [] : [t("incomeFigure", { amount: formatEuros(amount, locale) })],
    suppositions: [
      ...supposedIntent(context),
      ...supposed(context, [
        "hourPrice",
        "halfDayPrice",
        "bookletHalfDayPrice",
        "partialMonthPrice",
        "wholeMonthPrice",
      ]),
    ],
    tables: single(context, "recette", "euros", amount),
  });
}

function kilometres(context: SheetContext): MetricSheet {
  const { diagnosis, t, locale } = context;
  const { travel } = diagnosis;
  const km = travel && Math.round(travel.km);
  return sheetOf(context, "km_evites", {
    findings:
      km === null
        ? []
        : [t(km < 0 ? "kmMore" : "kmFigure", { km: formatNumber(Math.abs(km), locale) })],
    suppositions: [...supposedIntent(context), ...supposed(context, ["roadDetourFactor"])],
    tables: single(context, "km_evites", "kilometres", km),
  });
}

function emissions(context: SheetContext): MetricSheet {
  const { diagnosis, t, locale } = context;
  const { travel } = diagnosis;
  const co2 = travel?.co2 ?? null;
  const number = (value: number) => formatNumber(Math.abs(Math.round(value)), locale);
  const rows = co2
    ? [
        { key: "gross", label: t("gross"), cells: [Math.round(co2.grossKgCo2e)] },
        { key: "net", label: t("net"), cells: [Math.round(co2.netKgCo2e)] },
      ]
    : [];
  return sheetOf(context, "co2", {
    findings: [
      ...(co2
        ? [
            t(Math.round(co2.grossKgCo2e) < 0 ? "co2More" : "co2Figure", {
              gross: number(co2.grossKgCo2e),
              net: number(co2.netKgCo2e),
            }),
          ]
        : []),
      ...(travel ? [t("withoutFactor", { count: travel.withoutFactor })] : []),
    ],
    suppositions: [
      ...supposedIntent(context),
      ...supposed(context, [
        "roadDetourFactor",
        "carKgCo2ePerKm",
        "busKgCo2ePerPkm",
        "trainKgCo2ePerPkm",
        "motorbikeKgCo2ePerKm",
        "teleworkReboundShare",
      ]),
    ],
    tables: [
      {
        id: "co2",
        caption: t("metric.co2"),
        head: t("measure"),
        columns: [{ key: "kg", label: t("kilograms"), unit: "kilograms" }],
        rows,
      },
    ],
  });
}

/** A table of one figure, so that files have it; none when it may not be shown. */
function single(
  { t }: SheetContext,
  id: "recette" | "km_evites",
  unit: "euros" | "kilometres",
  value: number | null,
): SheetTable[] {
  const columns = [{ key: unit, label: t(`perMonth.${unit}`), unit }];
  const rows = value === null ? [] : [{ key: id, label: t(`metric.${id}`), cells: [value] }];
  return [{ id, caption: t(`metric.${id}`), head: t("measure"), columns, rows }];
}
