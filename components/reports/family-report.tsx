import { getTranslations } from "next-intl/server";
import { Section } from "@/components/ui/section";
import { type FigureRow, rowsOf } from "@/lib/reports/figures/selection/rules";
import { catalogue, type Family } from "@/lib/reports/indicators/catalogue/rules";
import { indicatorIds } from "@/lib/reports/indicators/schema";
import type { ComparisonWords } from "./comparison-words";
import { FamilyCharts } from "./family-charts";
import { MissingFigures } from "./missing-figures";
import { NetworkFigures } from "./network-figures";
import { PlaceFigures } from "./place-figures";
import type { ReportReading } from "./reading";
import { WithheldNotes } from "./withheld-notes";

type FamilyReportProps = { family: Family; reading: ReportReading; words: ComparisonWords };

/** A family of indicators: its charts, its numbers, what is missing and why. */
export async function FamilyReport({ family, reading, words }: FamilyReportProps) {
  const [t, indicators] = await Promise.all([
    getTranslations("reportScreens"),
    getTranslations("indicators.families"),
  ]);
  const { figures, travelAssumptionsVersion } = reading.report;
  const ids = indicatorIds.filter((id) => catalogue[id].family === family);
  const own = figures.filter(({ indicator }) => ids.includes(indicator));
  const rows = ids.flatMap((id) => rowsOf(own, id)).filter(isInTable);
  const ofPlaces = rows.filter(({ byPlace }) => byPlace.size > 1);
  const ofNetwork = rows.filter(({ byPlace }) => byPlace.size === 1);
  const name = indicators(family);
  return (
    <Section id={`famille-${family}`} title={name} className="report-family">
      <FamilyCharts family={family} reading={reading} words={words} />
      {ofPlaces.length > 0 ? (
        <PlaceFigures
          caption={t("byPlace", { family: name })}
          rows={ofPlaces}
          reading={reading}
          words={words}
        />
      ) : null}
      {ofNetwork.length > 0 ? (
        <NetworkFigures
          caption={t("ofNetwork", { family: name })}
          rows={ofNetwork}
          reading={reading}
          words={words}
        />
      ) : null}
      {family === "travel" ? <Assumptions version={travelAssumptionsVersion} /> : null}
      <WithheldNotes figures={own} reading={reading} words={words} />
      <MoreLinks family={family} />
      <MissingFigures
        figures={own.filter(({ withheld }) => withheld === "not_collected")}
        words={words}
      />
    </Section>
  );
}

const more: Partial<Record<Family, { href: string; key: "events" | "ads" | "diagnosis" }[]>> = {
  gatherings: [{ href: "/pilotage/evenements", key: "events" }],
  contribution: [
    { href: "/annonces", key: "ads" },
    { href: "/pilotage/enquete/diagnostic", key: "diagnosis" },
  ],
};

/** Where more is read of a family. */
async function MoreLinks({ family }: { family: Family }) {
  const t = await getTranslations("reportScreens.more");
  const links = more[family];
  if (!links) return null;
  return (
    <ul className="report-more mt-4 no-print">
      {links.map(({ href, key }) => (
        <li key={key}>
          <a href={href}>{t(key)}</a>
        </li>
      ))}
    </ul>
  );
}

/** What travel is counted by changes from one version to the next. */
async function Assumptions({ version }: { version: number | null }) {
  const t = await getTranslations("reportScreens");
  if (version === null) return null;
  return (
    <p className="small">
      {t("travel", { version })} <a href="/pilotage/hypotheses">{t("tools.travel")}</a>
    </p>
  );
}

/** Half-days of the week have a chart and a table of their own; what nothing collects, its reason. */
function isInTable({ part, byPlace }: FigureRow): boolean {
  const isCollected = [...byPlace.values()].some(({ withheld }) => withheld !== "not_collected");
  return part?.kind !== "week_half" && isCollected;
}
