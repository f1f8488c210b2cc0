import { getTranslations } from "next-intl/server";
import { formatNumber } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import type { Diagnosis } from "@/lib/surveys/diagnosis/queries";
import { roles } from "@/lib/surveys/diagnosis/schema";
import { BarTable } from "./bar-table";
import { Metric } from "./metric";
import { gridOf } from "./question-words";
import { SlotTable } from "./slot-table";

type Props = { diagnosis: Diagnosis; locale: Locale };

/** How many desks, where, on which half-days: what the survey was made for. */
export async function DemandSections({ diagnosis, locale }: Props) {
  const t = await getTranslations("diagnosis");
  const { desks, demand, personDays, wishes } = diagnosis;
  const number = (value: number) => formatNumber(value, locale);
  return (
    <>
      <Metric
        id="postes"
        title={t("desks")}
        lead={t("desksLead")}
        formula={t("desksFormula")}
        base={wishes}
      >
        <BarTable
          caption={t("desks")}
          columns={[t("around"), t("weightedDays"), t("low"), t("central"), t("high")]}
          rows={desks.map((line) => ({
            key: line.communes.join(),
            label: communesWords(diagnosis, line.communes, t),
            bar: line.desks.central,
            cells: [line.value, line.desks.low, line.desks.central, line.desks.high].map(number),
          }))}
          empty={t("none")}
        />
      </Metric>
      <Metric
        id="jours"
        title={t("personDays")}
        lead={t("personDaysFigures", {
          declared: number(personDays.declared),
          weighted: number(personDays.weighted),
        })}
        formula={t("personDaysFormula")}
        base={wishes}
      />
      <Metric id="demande" title={t("demand")} formula={t("demandFormula")} base={wishes}>
        <BarTable
          caption={t("demand")}
          columns={[t("commune"), t("weightedDays")]}
          rows={demand.map((line) => ({
            key: line.communes.join(),
            label: communesWords(diagnosis, line.communes, t),
            bar: line.value,
            cells: [number(line.value)],
          }))}
          empty={t("none")}
        />
      </Metric>
      <Slots diagnosis={diagnosis} locale={locale} />
    </>
  );
}

async function Slots({ diagnosis, locale }: Props) {
  const t = await getTranslations("diagnosis");
  const { peak, campaign, wishes } = diagnosis;
  const { rows, columns } = gridOf(campaign.questionnaire, roles.slots, locale);
  const [day, half] = (peak.busiest ?? "").split(":");
  const nameOf = (list: typeof rows, value?: string) =>
    list.find((each) => each.value === value)?.label.toLocaleLowerCase(locale) ?? "";
  const height = formatNumber(peak.peakToMean, locale);
  const slot = peak.busiest ? `${nameOf(rows, day)}, ${nameOf(columns, half)}` : "none";
  return (
    <Metric
      id="creneaux"
      title={t("slots")}
      lead={
        peak.isDefault
          ? t("slotsDefault", { peak: height })
          : t("slotsLead", { slot, peak: height })
      }
      formula={t("slotsFormula")}
      base={wishes}
    >
      <SlotTable
        caption={t("slots")}
        days={rows}
        halves={columns}
        bySlot={peak.bySlot}
        locale={locale}
      />
    </Metric>
  );
}

type Words = Awaited<ReturnType<typeof getTranslations<"diagnosis">>>;

function communesWords({ names }: Diagnosis, communes: string[], t: Words): string {
  const values = communes.map((insee) => names.get(insee) ?? insee).join(", ");
  return communes.length > 1 ? t("together", { values }) : values;
}
