import { Section } from "@/components/ui/section";
import { roadHypotheses } from "@/lib/core/distance";
import { formatNumber, formatShare } from "@/lib/core/format";
import type { ScenarioAnswer } from "@/lib/surveys/diagnosis/scenarios/queries";
import type { Lack, Scenario } from "@/lib/surveys/diagnosis/scenarios/schema";
import { roles } from "@/lib/surveys/diagnosis/schema";
import { mayShowShare } from "@/lib/surveys/disclosure/rules";
import { LoadTable } from "./load-table";
import { gridOf } from "./question-words";
import { SheetTable } from "./sheet-table";
import { scenarioTables } from "./sheets/scenario-tables";
import {
  joinedNames,
  placeName,
  type SheetContext,
  supposed,
  supposedIntent,
} from "./sheets/sheet-words";

type ScenarioResultProps = { answer: ScenarioAnswer; desks: number; context: SheetContext };

/** What opening there would give: sentences, tables, which of these are missing, and how it is reckoned. */
export function ScenarioResult({ answer, desks, context }: ScenarioResultProps) {
  const { t } = context;
  const { commune, scenario, lacks } = answer;
  return (
    <Section id="resultat" title={t("scenario.result", { commune: commune.name, desks })}>
      {scenario ? (
        <Told scenario={scenario} desks={desks} context={context} place={commune.name} />
      ) : null}
      {lacks.length > 0 ? (
        <p className="mt-4 max-w-measure">
          {t(scenario ? "scenario.lacksSome" : "scenario.lacks", {
            tables: new Intl.ListFormat(context.locale, { type: "conjunction" }).format(
              lacks.map((table) => t("intentName", { name: lackName(table, context) })),
            ),
          })}
        </p>
      ) : null}
      <p className="small muted mt-4 max-w-measure">
        {t("scenario.keep")} {t("scenario.estimated")} {t("notRepresentative")}
      </p>
      <How context={context} />
    </Section>
  );
}

type ToldProps = { scenario: Scenario; desks: number; context: SheetContext; place: string };

function Told({ scenario, desks, context, place }: ToldProps) {
  const { t, locale } = context;
  const { named, near, wantedDays, week, among, medianMinutes } = scenario;
  const number = (value: number) => formatNumber(Math.round(value), locale);
  const people = named.people + (near?.people ?? 0);
  const hasShares = mayShowShare(people);
  const tables = scenarioTables(context, scenario);
  return (
    <>
      <p className="lead max-w-measure">
        {t("scenario.who", {
          people: number(people),
          named: number(named.people),
          wanted: number(wantedDays),
        })}{" "}
        {week
          ? t("scenario.seated", {
              seated: number(week.seatedDays),
              isShared: String(hasShares && wantedDays > 0),
              share: formatShare(wantedDays > 0 ? week.seatedDays / wantedDays : 0, locale),
            })
          : null}
      </p>
      {among.length > 1 ? (
        <p className="mt-3 max-w-measure">
          {t("scenario.among", {
            place,
            count: among.length,
            places: joinedNames(
              context,
              among.map((each) => placeName(context, each)),
            ),
          })}
        </p>
      ) : null}
      {among.length === 0 ? <p className="mt-3">{t("scenario.notNamed", { place })}</p> : null}
      {medianMinutes === null ? null : (
        <p className="mt-3">{t("scenario.trip", { minutes: number(medianMinutes) })}</p>
      )}
      {week ? (
        <>
          <h3 className="mt-6 mb-2">{t("scenario.week")}</h3>
          <Week context={context} week={week} desks={desks} hasShares={hasShares} />
        </>
      ) : null}
      <div className="mt-6 grid gap-6 md:grid-cols-2">
        {tables.slice(0, -1).map((table) => (
          <div key={table.id} className="min-w-0">
            <SheetTable table={table} none={t("none")} locale={locale} named />
          </div>
        ))}
      </div>
      {tables.slice(-1).map((table) => (
        <SheetTable key={table.id} table={table} none={t("none")} locale={locale} named />
      ))}
    </>
  );
}

function lackName(table: Lack, { t }: SheetContext): string {
  if (table === "longestTrips") return t("scenario.longestTrips");
  const metrics = {
    demand: "demande_commune",
    desks: "postes",
    flows: "matrice_flux",
    peak: "pic",
  } as const;
  return t(`metric.${metrics[table]}`);
}

type WeekProps = {
  context: SheetContext;
  week: NonNullable<Scenario["week"]>;
  desks: number;
  hasShares: boolean;
};

function Week({ context, week, desks, hasShares }: WeekProps) {
  const { t, locale, diagnosis } = context;
  const { rows, columns } = gridOf(diagnosis.campaign.questionnaire, roles.slots, locale);
  return (
    <LoadTable
      caption={t("scenario.week")}
      days={rows}
      halves={columns}
      loads={week.loads}
      {...{ desks, hasShares, locale }}
    />
  );
}

function How({ context }: { context: SheetContext }) {
  const { t, locale } = context;
  const lines = [...supposedIntent(context), ...supposed(context, ["communesNamedEach"])];
  return (
    <details className="mt-3" open>
      <summary className="btn btn-quiet">{t("scenario.how")}</summary>
      <ul className="small mt-2 max-w-measure">
        <li>{t("scenario.model.model1")}</li>
        <li>{t("scenario.model.model2")}</li>
        <li>{t("scenario.model.model3")}</li>
        <li>
          {t("scenario.model.model4", {
            detour: formatNumber(roadHypotheses.detourFactor, locale, 2),
            speed: roadHypotheses.kilometresAnHour,
          })}
        </li>
        <li>{t("scenario.model.model5")}</li>
      </ul>
      <p className="small mt-2">{t("supposes")}</p>
      <ul className="small">
        {lines.map((each) => (
          <li key={each.label}>{t("supposition", each)}</li>
        ))}
      </ul>
    </details>
  );
}
