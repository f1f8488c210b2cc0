import { getTranslations } from "next-intl/server";
import { BarTable } from "@/components/diagnosis/bar-table";
import { Section } from "@/components/ui/section";
import { formatNumber, formatShare } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import {
  type Figures,
  residentsIn,
  type ToldCommunes,
  tellsWishes,
  wishedLines,
} from "@/lib/surveys/figures/schema";
import { DemandMap } from "./demand-map";
import { ResultSection } from "./result-section";

type PlaceSectionsProps = {
  figures: Figures;
  placeOf: (communes: string[]) => string;
  attribution: string;
  locale: Locale;
  newestBatch: number;
};

/** Where people would go, how many desks that makes, and where the answers come from. */
export async function PlaceSections(props: PlaceSectionsProps) {
  const t = await getTranslations("surveyResults");
  const { figures, placeOf, attribution, locale, newestBatch } = props;
  const { wished, residence } = figures;
  const residents = residentsIn(residence);
  const named = wishedLines(wished);
  const homes = residence.lines.map(({ communes, respondents: count }) => ({ communes, count }));
  return (
    <Section id="ou" title={t("where")} className="mt-12">
      <ResultSection
        id="communes-souhaitees"
        title={t("wishedTitle")}
        lead={t("whereLead")}
        base={tellsWishes(wished) ? "ofWishes" : "severalEach"}
        isOlder={wished.batch < newestBatch}
      >
        <div className="result-map">
          <DemandMap {...{ named, placeOf, attribution, locale }} />
          <CommuneBars
            lines={named}
            unit={t(tellsWishes(wished) ? "wishes" : "respondents")}
            caption={t("wishedTitle")}
            {...{ placeOf, locale }}
          />
        </div>
      </ResultSection>
      <Desks {...props} />
      <ResultSection
        id="residence"
        title={t("homes")}
        lead={t("homesLead")}
        base={residents}
        isWaiting={residents < figures.responses}
        isOlder={residence.batch < newestBatch}
      >
        <CommuneBars
          lines={homes}
          unit={t("respondents")}
          caption={t("homes")}
          {...{ placeOf, locale }}
        />
      </ResultSection>
    </Section>
  );
}

async function Desks({ figures, placeOf, locale, newestBatch }: PlaceSectionsProps) {
  const t = await getTranslations("surveyResults");
  const { lines, batch, fewestDesksOccupancy, targetOccupancy, mostDesksOccupancy } = figures.desks;
  const number = (value: number) => formatNumber(value, locale);
  return (
    <ResultSection
      id="postes"
      title={t("plan")}
      lead={t("planLead", {
        fewest: formatShare(fewestDesksOccupancy, locale),
        target: formatShare(targetOccupancy, locale),
        most: formatShare(mostDesksOccupancy, locale),
      })}
      base="desksDeduced"
      isOlder={batch < newestBatch}
    >
      <BarTable
        caption={t("plan")}
        columns={[t("around"), t("personDays"), t("low"), t("central"), t("high")]}
        rows={lines.map(({ communes, personDays, desks }) => ({
          key: communes.join(),
          label: placeOf(communes),
          bar: desks.central,
          cells: [Math.round(personDays), desks.low, desks.central, desks.high].map(number),
        }))}
        empty={t("none")}
      />
    </ResultSection>
  );
}

type CommuneBarsProps = {
  lines: ToldCommunes[];
  /** What is counted. */
  unit: string;
  caption: string;
  placeOf: (communes: string[]) => string;
  locale: Locale;
};

async function CommuneBars({ lines, unit, caption, placeOf, locale }: CommuneBarsProps) {
  const t = await getTranslations("surveyResults");
  return (
    <BarTable
      caption={caption}
      columns={[t("commune"), unit]}
      rows={lines.map(({ communes, count }) => ({
        key: communes.join(),
        label: placeOf(communes),
        bar: count,
        cells: [formatNumber(count, locale)],
      }))}
      empty={t("none")}
    />
  );
}
