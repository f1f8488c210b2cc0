import { getTranslations } from "next-intl/server";
import { Section } from "@/components/ui/section";
import { roadHypotheses } from "@/lib/core/distance";
import { formatNumber, formatShare } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import type { Scenario } from "@/lib/surveys/diagnosis/scenarios/rules";
import { roles } from "@/lib/surveys/diagnosis/schema";
import { mayShowShare } from "@/lib/surveys/disclosure/rules";
import type { Questionnaire } from "@/lib/surveys/questionnaires/schema";
import { LoadTable } from "./load-table";
import { gridOf } from "./question-words";
import { SheetTable } from "./sheet-table";
import { scenarioTables } from "./sheets/scenario-tables";

type ScenarioResultProps = {
  commune: string;
  desks: number;
  scenario: Scenario | null;
  questionnaire: Questionnaire;
  placeName: (value: string) => string;
  locale: Locale;
};

/** What opening there would give: sentences, tables, and how it is computed. */
export async function ScenarioResult(props: ScenarioResultProps) {
  const t = await getTranslations("diagnosis");
  const { commune, desks, scenario, questionnaire, placeName, locale } = props;
  const number = (value: number) => formatNumber(Math.round(value), locale);
  return (
    <Section id="resultat" title={t("scenario.result", { commune, desks })}>
      {scenario ? (
        <>
          <p className="lead max-w-measure">
            {t("scenario.who", {
              count: scenario.respondents,
              wanted: number(scenario.wantedDays),
              seated: number(scenario.seatedDays),
              isShared: String(mayShowShare(scenario.respondents)),
              share: formatShare(
                scenario.wantedDays > 0 ? scenario.seatedDays / scenario.wantedDays : 0,
                locale,
              ),
            })}
          </p>
          {scenario.medianMinutes === null ? null : (
            <p className="mt-3">
              {t("scenario.trip", { minutes: number(scenario.medianMinutes) })}
            </p>
          )}
          <h3 className="mt-6 mb-2">{t("scenario.week")}</h3>
          <Week {...props} scenario={scenario} />
          <div className="mt-6 grid gap-6 md:grid-cols-2">
            {scenarioTables({ scenario, questionnaire, placeName, t, locale }).map((table) => (
              <SheetTable key={table.id} table={table} none={t("none")} locale={locale} named />
            ))}
          </div>
        </>
      ) : (
        <p>{t("scenario.tooFew")}</p>
      )}
      <p className="small muted mt-4">
        {t("scenario.keep")} {t("scenario.batches")}
      </p>
      <details className="mt-3" open>
        <summary className="btn btn-quiet">{t("scenario.how")}</summary>
        <ul className="small mt-2 max-w-measure">
          <li>{t("scenario.model.model1")}</li>
          <li>{t("scenario.model.model2")}</li>
          <li>
            {t("scenario.model.model3", {
              detour: formatNumber(roadHypotheses.detourFactor, locale, 2),
              speed: roadHypotheses.kilometresAnHour,
            })}
          </li>
          <li>{t("scenario.model.model4")}</li>
          <li>{t("scenario.model.model5")}</li>
        </ul>
      </details>
    </Section>
  );
}

async function Week({
  scenario,
  questionnaire,
  desks,
  locale,
}: ScenarioResultProps & { scenario: Scenario }) {
  const t = await getTranslations("diagnosis");
  const { rows, columns } = gridOf(questionnaire, roles.slots, locale);
  return (
    <LoadTable
      caption={t("scenario.week")}
      days={rows}
      halves={columns}
      loads={scenario.loads}
      desks={desks}
      hasShares={mayShowShare(scenario.respondents)}
      locale={locale}
    />
  );
}
