import { formatEuros, formatNumber } from "@/lib/core/format";
import type { MetricSheet, SheetTable } from "@/lib/surveys/diagnosis/exports/schema";
import type { ShownWillingness } from "@/lib/surveys/diagnosis/prices/rules";
import { roles } from "@/lib/surveys/diagnosis/schema";
import { mayShowShare } from "@/lib/surveys/disclosure/rules";
import {
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
  const { diagnosis, t, locale } = context;
  const { prices: shown } = diagnosis;
  const euros = (value: number | null) =>
    value === null ? t("unknown") : formatEuros(value, locale);
  return sheetOf(context, "prix", {
    base: shown ? Math.min(shown.baseFair, shown.baseDear) : null,
    findings: shown
      ? [
          t("pricesLead", { fair: euros(shown.medianFair), dear: euros(shown.medianDear) }),
          t("pricesBases", { fair: shown.baseFair, dear: shown.baseDear }),
          shown.inconsistent === null
            ? t("inconsistentFew")
            : t("inconsistent", { count: shown.inconsistent }),
        ]
      : [],
    tables: [...(shown ? [curves(context, shown)] : []), budgets(context)],
  });
}

/** The two curves where they may be read: a price with neither is not a row. */
function curves({ t, locale }: SheetContext, { acceptable, fair }: ShownWillingness): SheetTable {
  const told = acceptable.flatMap(({ price, share }, index) => {
    const other = fair[index]?.share ?? null;
    return share === null && other === null ? [] : [{ price, share, other }];
  });
  return {
    id: "courbes",
    caption: t("curves"),
    head: t("price"),
    columns: [
      { key: "acceptable", label: t("acceptable"), unit: "share" },
      { key: "fair", label: t("fair"), unit: "share" },
    ],
    rows: told.map(({ price, share, other }) => ({
      key: String(price),
      label: formatEuros(price, locale),
      cells: [share ?? t("notTold"), other ?? t("notTold")],
    })),
  };
}

function budgets(context: SheetContext): SheetTable {
  const { diagnosis, t } = context;
  const { budgets: shown } = diagnosis;
  const order = shown?.order ?? [];
  const between = (first: string, last: string) =>
    order.slice(order.indexOf(first), order.indexOf(last) + 1);
  return {
    id: "budgets",
    caption: t("budgets"),
    head: t("budget"),
    columns: [
      { key: "answers", label: t("answers"), unit: "respondents" },
      { key: "share", label: t("share"), unit: "share" },
    ],
    bar: "answers",
    rows: (shown?.ranges ?? []).map(({ first, last, count }) => ({
      key: first,
      label: joinedNames(
        context,
        between(first, last).map((value) => optionName(context, roles.budget, value)),
      ),
      cells: [count, shown && mayShowShare(shown.base) ? count / shown.base : t("noShare")],
    })),
  };
}

function income(context: SheetContext): MetricSheet {
  const { diagnosis, t, locale } = context;
  const amount = diagnosis.income === null ? null : Math.round(diagnosis.income);
  return sheetOf(context, "recette", {
    base: diagnosis.bases.income,
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
    base: travel ? travel.base : null,
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
  const number = (value: number) => formatNumber(Math.abs(Math.round(value)), locale);
  const rows = travel
    ? [
        { key: "gross", label: t("gross"), cells: [Math.round(travel.grossKgCo2e)] },
        { key: "net", label: t("net"), cells: [Math.round(travel.netKgCo2e)] },
      ]
    : [];
  return sheetOf(context, "co2", {
    base: travel ? travel.base : null,
    findings: travel
      ? [
          t(Math.round(travel.grossKgCo2e) < 0 ? "co2More" : "co2Figure", {
            gross: number(travel.grossKgCo2e),
            net: number(travel.netKgCo2e),
          }),
          travel.withoutFactor === null
            ? t("withoutFactorFew")
            : t("withoutFactor", { count: travel.withoutFactor }),
        ]
      : [],
    suppositions: supposed(context, [
      "carKgCo2ePerKm",
      "busKgCo2ePerPkm",
      "trainKgCo2ePerPkm",
      "motorbikeKgCo2ePerKm",
      "teleworkReboundShare",
    ]),
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
