import type { ShownChoices } from "@/lib/surveys/diagnosis/choices/rules";
import type { MetricSheet } from "@/lib/surveys/diagnosis/exports/schema";
import { roles } from "@/lib/surveys/diagnosis/schema";
import { mayShowShare } from "@/lib/surveys/disclosure/rules";
import { optionName, type SheetContext, sheetOf } from "./sheet-words";

/** What is expected of a place, what holds people back, who would take part. */
export function needSheets(context: SheetContext): MetricSheet[] {
  const { services, obstacles, contributions } = context.diagnosis;
  return [
    equipment(context),
    choices(context, { id: "services", question: roles.services, shown: services }),
    choices(context, { id: "freins", question: roles.obstacles, shown: obstacles }),
    contributors(context, contributions),
  ];
}

function equipment(context: SheetContext): MetricSheet {
  const { diagnosis, t } = context;
  return sheetOf(context, "equipements", {
    tables: [
      {
        id: "equipements",
        caption: t("metric.equipements"),
        head: t("item"),
        columns: [
          { key: "mean", label: t("mean"), unit: "score" },
          { key: "essential", label: t("essential"), unit: "share" },
          { key: "base", label: t("answers"), unit: "respondents" },
        ],
        bar: "mean",
        rows: diagnosis.equipment.map(({ value, mean, essentialShare, base }) => ({
          key: value,
          label: optionName(context, roles.equipment, value),
          cells: [mean ?? 0, essentialShare ?? t("noShare"), base],
        })),
      },
    ],
  });
}

/** Who would take part; what they could share stands there alone, in the words that were published. */
function contributors(context: SheetContext, shown: ShownChoices): MetricSheet {
  const { diagnosis, t } = context;
  const sheet = choices(context, { id: "contributeurs", question: roles.contribution, shown });
  if (diagnosis.skills.length === 0) return sheet;
  const skills = {
    id: "savoirs",
    caption: t("skills"),
    head: t("skill"),
    columns: [],
    rows: diagnosis.skills.map((text, index) => ({ key: String(index), label: text, cells: [] })),
  };
  return { ...sheet, tables: [...sheet.tables, skills] };
}

type ChoicesOf = {
  id: "services" | "freins" | "contributeurs";
  question: string;
  shown: ShownChoices;
};

function choices(context: SheetContext, { id, question, shown }: ChoicesOf): MetricSheet {
  const { t } = context;
  const withPriority = shown.priorityBase !== null;
  const withShare = mayShowShare(shown.priorityBase ?? 0);
  return sheetOf(context, id, {
    findings: withPriority ? [t("priorityBase", { count: shown.priorityBase ?? 0 })] : [],
    tables: [
      {
        id,
        caption: t(`metric.${id}`),
        head: t(`head.${id}`),
        columns: [
          { key: "answers", label: t("answers"), unit: "respondents" },
          { key: "share", label: t("share"), unit: "share" },
          ...(withPriority
            ? [{ key: "priority", label: t("priority"), unit: "respondents" as const }]
            : []),
          ...(withShare
            ? [{ key: "priorityShare", label: t("priorityShare"), unit: "share" as const }]
            : []),
        ],
        bar: "answers",
        rows: shown.lines.map(({ value, count, share, priority, priorityShare }) => ({
          key: value,
          label: optionName(context, question, value),
          cells: [
            count ?? t("notTold"),
            share ?? t("noShare"),
            ...(withPriority ? [priority ?? t("notTold")] : []),
            ...(withShare ? [priorityShare ?? t("notTold")] : []),
          ],
        })),
      },
    ],
  });
}
