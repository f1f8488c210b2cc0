import type { getTranslations } from "next-intl/server";
import { formatEuros } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import type { DeclaredUse, UseFigures } from "@/lib/reports/declared-use/queries";
import { pricedUse, shareUpTo } from "@/lib/reports/declared-use/rules";
import type { Compared } from "@/lib/reports/declared-use/schema";
import type { SheetCell, SheetTable } from "@/lib/surveys/diagnosis/exports/schema";
import { type KindPrices, priceStep } from "@/lib/surveys/diagnosis/prices/rules";
import { roles } from "@/lib/surveys/diagnosis/schema";
import { gridOf } from "../diagnosis/question-words";

export type DeclaredUseWords = Awaited<ReturnType<typeof getTranslations<"declaredUse">>>;
type Context = { found: DeclaredUse; use: UseFigures; t: DeclaredUseWords; locale: Locale };

/** What was declared beside what was used: by commune, half-day, kind of place and price. */
export function declaredUseTables(context: Context): SheetTable[] {
  return [places(context), slots(context), kinds(context), prices(context), priceSteps(context)];
}

function places({ found, use, t }: Context): SheetTable {
  const { names } = found.diagnosis;
  const leftOut = new Map(use.places.map((line) => [line.key, line.leftOut]));
  const label = (key: string) => {
    const communes = key.split(" ").map((insee) => names.get(insee) ?? insee);
    const months = leftOut.get(key) ?? 0;
    const place = communes.join(", ");
    return months === 0 ? place : t("placeWithout", { place, months });
  };
  const { wishes } = found.diagnosis.bases.hasShares;
  return {
    ...daysTable("communes", use.places, { t, label, hasRatios: wishes }),
    head: t("place"),
  };
}

function kinds({ found, use, t }: Context): SheetTable {
  const label = (key: keyof typeof kindNames) => t(kindNames[key]);
  const { wishes } = found.diagnosis.bases.hasShares;
  return {
    ...daysTable("types", use.kinds, { t, label, hasRatios: wishes }),
    head: t("kind"),
    base: roundedWords(use.kindsLeftOut, t),
  };
}

const kindNames = {
  desk: "kindName.desk",
  office: "kindName.office",
  any: "kindName.any",
  room: "kindName.room",
} as const;

/** How real numbers of a table are rounded, and over how many months less. */
function roundedWords(months: number, t: DeclaredUseWords): string {
  return months === 0 ? t("rounded") : `${t("rounded")} ${t("leftOut", { months })}`;
}

/** Real over declared is a percentage: told where thirty declared something. */
function daysTable<Key extends string>(
  id: "communes" | "types",
  lines: readonly Compared<Key>[],
  { t, label, hasRatios }: { t: DeclaredUseWords; label: (key: Key) => string; hasRatios: boolean },
): Omit<SheetTable, "head"> {
  return {
    id,
    caption: id === "communes" ? t("places") : t("kinds"),
    columns: [
      { key: "declared", label: t("declared"), unit: "days" },
      { key: "real", label: t("real"), unit: "days" },
      { key: "ratio", label: t("ratio"), unit: "share" },
    ],
    bar: "real",
    rows: lines.map(({ key, declared, real, ratio }) => ({
      key,
      label: label(key),
      cells: [whole(declared, t), whole(real, t), (hasRatios ? ratio : null) ?? t("noRatio")],
    })),
  };
}

function whole(days: number | null, t: DeclaredUseWords): SheetCell {
  return days === null ? t("notTold") : Math.round(days);
}

/** Shares of each side: what they count is not the same. */
function slots({ found, use, t, locale }: Context): SheetTable {
  const { questionnaire } = found.diagnosis.campaign;
  const { rows: days, columns: halves } = gridOf(questionnaire, roles.slots, locale);
  const nameOf = (list: typeof days, value = "") =>
    list.find((each) => each.value === value)?.label ?? value;
  const sumOf = (side: "declared" | "real") =>
    use.slots.reduce((sum, line) => sum + (line[side] ?? 0), 0);
  const [allDeclared, allReal] = [sumOf("declared"), sumOf("real")];
  const shareOf = (value: number | null, all: number): SheetCell =>
    value === null || all === 0 ? t("notTold") : value / all;
  const { slots: hasShares } = found.diagnosis.bases.hasShares;
  return {
    id: "demi-journees",
    caption: t("slots"),
    head: t("slot"),
    columns: [
      { key: "declared", label: t("declaredShare"), unit: "share" },
      { key: "real", label: t("realShare"), unit: "share" },
    ],
    bar: "real",
    base: roundedWords(use.slotsLeftOut, t),
    rows: use.slots.map(({ key, declared, real }) => {
      const [day, half] = key.split(":");
      return {
        key,
        label: t("slotName", {
          day: nameOf(days, day),
          half: nameOf(halves, half).toLocaleLowerCase(locale),
        }),
        cells: [shareOf(hasShares ? declared : null, allDeclared), shareOf(real, allReal)],
      };
    }),
  };
}

/** Half-days used at the tariff supposed of each kind, beside what whoever ticked that kind would pay. */
function prices({ found, use, t }: Context): SheetTable {
  const { prices: all, pricesByKind, assumptions } = found.diagnosis;
  const uses = pricedUse(use.kinds, assumptions);
  const sumOf = (side: "halfDays" | "amount") =>
    uses.reduce<number | null>((sum, { [side]: value }) => {
      return sum === null || value === null ? null : sum + value;
    }, 0);
  const cells = (halfDays: number | null, amount: number | null, said?: KindPrices | null) => [
    whole(halfDays, t),
    whole(amount, t),
    said?.medianFair ?? t("notTold"),
    said?.medianDear ?? t("notTold"),
  ];
  const rows = uses.map(({ kind, halfDays, tariff, amount }) => {
    const [used, ...others] = cells(halfDays, amount, pricesByKind.get(kind));
    return { key: kind, label: t(kindNames[kind]), cells: [used ?? "", tariff, ...others] };
  });
  const [used, ...others] = cells(sumOf("halfDays"), sumOf("amount"), all);
  return {
    id: "prix",
    caption: t("prices"),
    head: t("kind"),
    columns: [
      { key: "halfDays", label: t("halfDays"), unit: "days" },
      { key: "tariff", label: t("tariff"), unit: "euros" },
      { key: "amount", label: t("amount"), unit: "euros" },
      { key: "fair", label: t("fair"), unit: "euros" },
      { key: "dear", label: t("dear"), unit: "euros" },
    ],
    rows: [...rows, { key: "all", label: t("all"), cells: [used ?? "", t("noRatio"), ...others] }],
  };
}

/** Prices at which the two sides are read, euros. */
const steps = [5, 10, 15, 20];

/** For whom a price is fair or still acceptable, beside the use whose tariff is that price or less. */
function priceSteps({ found, use, t, locale }: Context): SheetTable {
  const { prices: shown, assumptions } = found.diagnosis;
  const uses = pricedUse(use.kinds, assumptions);
  const shareAt = (side: "fair" | "acceptable", at: number): SheetCell =>
    shown?.[side].find(({ price }) => price === at)?.share ?? t("notTold");
  return {
    id: "prix-paliers",
    caption: t("priceSteps"),
    head: t("price"),
    columns: [
      { key: "fair", label: t("fairAt"), unit: "share" },
      { key: "acceptable", label: t("acceptableAt"), unit: "share" },
      { key: "real", label: t("usedUpTo"), unit: "share" },
    ],
    rows: steps.map((step) => ({
      key: String(step),
      label: formatEuros(step, locale),
      cells: [
        shareAt("fair", step),
        // Told up to the edge of a band of prices: just below it.
        shareAt("acceptable", step - priceStep),
        shareUpTo(uses, step) ?? t("notTold"),
      ],
    })),
  };
}
