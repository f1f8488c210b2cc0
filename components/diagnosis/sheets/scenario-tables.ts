import type { SheetTable } from "@/lib/surveys/diagnosis/exports/schema";
import type { Scenario } from "@/lib/surveys/diagnosis/scenarios/schema";
import { roles } from "@/lib/surveys/diagnosis/schema";
import { smallestGroup } from "@/lib/surveys/disclosure/schema";
import { inOrder } from "../question-words";
import { joinedNames, optionName, placeName, type SheetContext } from "./sheet-words";

/** Who would come to a place, how far people would go, which stands nowhere else, and from where: the widest last. */
export function scenarioTables(context: SheetContext, scenario: Scenario): SheetTable[] {
  const { t, diagnosis } = context;
  const { questionnaire } = diagnosis.campaign;
  const longestTrips = inOrder(questionnaire, roles.longestTrip, diagnosis.longestTrips ?? []);
  const { named, near, homes } = scenario;
  const people = { key: "people", label: t("scenario.people"), unit: "respondents" } as const;
  const days = { key: "days", label: t("scenario.days"), unit: "days" } as const;
  const cell = (value: number | null) => (value === null ? t("notTold") : Math.round(value));
  // Reckoned, not counted: so small a number of people means nothing more than few.
  const peopleCell = (value: number | null) =>
    value !== null && value > 0 && value < smallestGroup ? t("scenario.few") : cell(value);
  const placesOf = (communes: readonly string[]) =>
    joinedNames(
      context,
      communes.map((each) => placeName(context, each)),
    );
  return [
    {
      id: "raisons",
      caption: t("scenario.reasons"),
      head: t("scenario.reasonHead"),
      columns: [people, days],
      bar: "people",
      rows: (["named", "near"] as const).map((key) => {
        const coming = { named, near }[key];
        const cells = [peopleCell(coming?.people ?? null), cell(coming?.days ?? null)];
        return { key, label: t(`scenario.reason.${key}`), cells };
      }),
    },
    {
      id: "temps-max",
      caption: t("scenario.longestTrips"),
      head: t("scenario.longestTrip"),
      columns: [{ key: "answers", label: t("respondents"), unit: "respondents" }],
      bar: "answers",
      rows: longestTrips.map(({ keys, count }) => ({
        key: keys.join(" "),
        label: joinedNames(
          context,
          keys.map((key) => optionName(context, roles.longestTrip, key)),
        ),
        cells: [count],
      })),
    },
    {
      id: "residences",
      caption: t("scenario.homes"),
      head: t("residence"),
      columns: [
        { key: "named", label: t("scenario.named"), unit: "respondents" },
        { key: "near", label: t("scenario.near"), unit: "respondents" },
        days,
        { key: "minutes", label: t("scenario.minutes"), unit: "minutes" },
      ],
      bar: "days",
      rows: (homes ?? []).map((home) => ({
        key: home.communes.join(" "),
        label: placesOf(home.communes),
        cells: [
          peopleCell(home.named),
          peopleCell(home.near),
          cell(home.days),
          home.minutes === null ? t("unknown") : Math.round(home.minutes),
        ],
      })),
    },
  ];
}
