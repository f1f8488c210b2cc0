import { getTranslations } from "next-intl/server";
import { formatEuros, formatNumber, formatShare } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import type { Diagnosis } from "@/lib/surveys/diagnosis/queries";
import { roles } from "@/lib/surveys/diagnosis/schema";
import { mayShowShare } from "@/lib/surveys/disclosure/rules";
import { smallestGroup } from "@/lib/surveys/disclosure/schema";
import { BarTable } from "./bar-table";
import { Metric } from "./metric";
import { PriceCurves } from "./price-curves";
import { labelOf } from "./question-words";

type Props = { diagnosis: Diagnosis; locale: Locale };

/** What people would pay, what it would bring, what travel it would spare. */
export async function MoneySections({ diagnosis, locale }: Props) {
  const t = await getTranslations("diagnosis");
  const { prices, income, wishes, travel, arrivals, base } = diagnosis;
  const euros = (value: number | null) =>
    value === null ? t("unknown") : formatEuros(value, locale);
  const number = (value: number) => formatNumber(Math.round(value), locale);
  const isPriced = prices.baseFair >= smallestGroup && prices.baseDear >= smallestGroup;
  return (
    <>
      <Metric
        id="prix"
        title={t("prices")}
        lead={
          isPriced
            ? t("pricesLead", { fair: euros(prices.medianFair), dear: euros(prices.medianDear) })
            : t("none")
        }
        formula={t("pricesFormula", { count: prices.inconsistent })}
        base={Math.min(prices.baseFair, prices.baseDear)}
      >
        {isPriced ? <PriceCurves prices={prices} locale={locale} /> : null}
      </Metric>
      <Metric
        id="recette"
        title={t("income")}
        lead={t("incomeFigure", { amount: formatEuros(Math.round(income), locale) })}
        formula={t("incomeFormula")}
        base={wishes}
      />
      <Metric
        id="trajets"
        title={t("travel")}
        lead={
          travel.base < smallestGroup
            ? t("none")
            : t("travelFigures", {
                km: number(travel.km),
                gross: number(travel.grossKgCo2e),
                net: number(travel.netKgCo2e),
              })
        }
        formula={`${t("travelFormula")} ${t("withoutFactor", { count: travel.withoutFactor })}`}
        base={travel.base}
      />
      <Metric
        id="installations"
        title={t("arrivals")}
        lead={arrivals.projects < smallestGroup ? t("none") : t("arrivalsFigure", arrivals)}
        formula={t("arrivalsFormula")}
        base={base}
      />
    </>
  );
}

/** Equipment, most wanted first. */
export async function EquipmentSection({ diagnosis, locale }: Props) {
  const t = await getTranslations("diagnosis");
  const { equipment, campaign } = diagnosis;
  const rated = equipment.filter(({ base }) => base >= smallestGroup);
  const rows = rated.map(({ value, mean, essentialShare, base }) => ({
    key: value,
    label: labelOf(campaign.questionnaire, roles.equipment, value, locale),
    bar: mean ?? 0,
    cells: [
      formatNumber(mean ?? 0, locale),
      essentialShare === null || !mayShowShare(base) ? "–" : formatShare(essentialShare, locale),
      formatNumber(base, locale),
    ],
  }));
  return (
    <Metric
      id="equipements"
      title={t("equipment")}
      formula={t("equipmentFormula")}
      base={Math.max(0, ...equipment.map(({ base }) => base))}
    >
      <BarTable
        caption={t("equipment")}
        columns={[t("item"), t("mean"), t("essential"), t("answers")]}
        rows={rows}
        empty={t("none")}
      />
    </Metric>
  );
}
