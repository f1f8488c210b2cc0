import type { getTranslations } from "next-intl/server";
import type { Locale } from "@/lib/core/locale";
import type { DeclaredUse } from "@/lib/reports/declared-use/queries";
import type { Compared } from "@/lib/reports/declared-use/schema";
import type { SheetCell, SheetTable } from "@/lib/surveys/diagnosis/exports/schema";
import { roles } from "@/lib/surveys/diagnosis/schema";
import { gridOf } from "../diagnosis/question-words";

export type DeclaredUseWords = Awaited<ReturnType<typeof getTranslations<"declaredUse">>>;
type Use = NonNullable<DeclaredUse["use"]>;
type Context = { found: DeclaredUse; use: Use; t: DeclaredUseWords; locale: Locale };

/** What was declared beside what was used: by commune, half-day, kind of place and price. */
export function declaredUseTables(context: Context): SheetTable[] {
  return [places(context), slots(context), kinds(context), prices(context)];
}

function places({ found, use, t }: Context): SheetTable {
  const { names } = found.diagnosis;
  const label = (key: string) =>
    key
      .split(" ")
      .map((insee) => names.get(insee) ?? insee)
      .join(", ");
  return { ...daysTable("communes", use.places, { t, label }), head: t("place") };
}

function kinds({ use, t }: Context): SheetTable {
  const label = (key: keyof typeof kindNames) => t(kindNames[key]);
  return { ...daysTable("types", use.kinds, { t, label }), head: t("kind") };
}

const kindNames = {
  desk: "kindName.desk",
  office: "kindName.office",
  any: "kindName.any",
  room: "kindName.room",
} as const;

function daysTable<Key extends string>(
  id: "communes" | "types",
  lines: readonly Compared<Key>[],
  { t, label }: { t: DeclaredUseWords; label: (key: Key) => string },
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
      cells: [whole(declared, t), whole(real, t), ratio ?? t("noRatio")],
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
  return {
    id: "demi-journees",
    caption: t("slots"),
    head: t("slot"),
    columns: [
      { key: "declared", label: t("declaredShare"), unit: "share" },
      { key: "real", label: t("realShare"), unit: "share" },
    ],
    bar: "real",
    rows: use.slots.map(({ key, declared, real }) => {
      const [day, half] = key.split(":");
      return {
        key,
        label: t("slotName", { day: nameOf(days, day), half: nameOf(halves, half) }),
        cells: [shareOf(declared, allDeclared), shareOf(real, allReal)],
      };
    }),
  };
}

function prices({ found, t }: Context): SheetTable {
  const { prices: shown, assumptions } = found.diagnosis;
  const tariff = assumptions.halfDayPrice;
  const euros = { key: "euros", label: t("amount"), unit: "euros" } as const;
  const cell = (value: number | null | undefined): SheetCell => value ?? t("notTold");
  return {
    id: "prix",
    caption: t("prices"),
    head: t("price"),
    columns: [euros],
    rows: [
      { key: "fair", label: t("fair"), cells: [cell(shown?.medianFair)] },
      { key: "dear", label: t("dear"), cells: [cell(shown?.medianDear)] },
      { key: "tariff", label: t("tariff"), cells: [tariff] },
    ],
  };
}
