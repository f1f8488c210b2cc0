import { getTranslations } from "next-intl/server";
import { formatNumber, formatShare } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import type { Choices } from "@/lib/surveys/diagnosis/choices/rules";
import type { Diagnosis } from "@/lib/surveys/diagnosis/queries";
import { roles } from "@/lib/surveys/diagnosis/schema";
import { mayShowShare } from "@/lib/surveys/disclosure/rules";
import { smallestGroup } from "@/lib/surveys/disclosure/schema";
import { BarTable } from "./bar-table";
import { Metric } from "./metric";
import { labelOf } from "./question-words";

type Props = { diagnosis: Diagnosis; locale: Locale };

/** Who answered, and from where. */
export async function RespondentSections({ diagnosis, locale }: Props) {
  const t = await getTranslations("diagnosis");
  const { campaign, base, profiles, priorityShare } = diagnosis;
  const label = (value: string) => labelOf(campaign.questionnaire, roles.profile, value, locale);
  const rows = (profiles ?? []).map(({ keys, count }) => ({
    key: keys.join(),
    label:
      keys.length > 1
        ? t("together", { values: keys.map(label).join(", ") })
        : label(keys[0] ?? ""),
    bar: count,
    cells: [formatNumber(count, locale), shareWords(count, base, locale)],
  }));
  return (
    <>
      <Metric
        id="profils"
        title={t("profiles")}
        lead={
          priorityShare === null || !mayShowShare(base)
            ? t("shareBelowBase")
            : t("profilesLead", { share: formatShare(priorityShare, locale) })
        }
        formula={t("profilesFormula")}
        base={base}
      >
        <BarTable
          caption={t("profiles")}
          columns={[t("profile"), t("answers"), t("share")]}
          rows={rows}
          empty={t("none")}
        />
      </Metric>
      <Coverage diagnosis={diagnosis} locale={locale} />
    </>
  );
}

async function Coverage({ diagnosis, locale }: Props) {
  const t = await getTranslations("diagnosis");
  const { names, coverage, base } = diagnosis;
  const sorted = [...coverage].sort(
    (a, b) =>
      (b.perThousand ?? -1) - (a.perThousand ?? -1) ||
      Number(b.hasAnswers) - Number(a.hasAnswers) ||
      (names.get(a.insee) ?? "").localeCompare(names.get(b.insee) ?? "", locale),
  );
  const rows = sorted.map(({ insee, respondents, perThousand, hasAnswers }) => {
    const few = hasAnswers ? t("someAnswers") : t("noAnswers");
    return {
      key: insee,
      label: names.get(insee) ?? insee,
      bar: perThousand ?? 0,
      cells: [
        respondents === null ? few : formatNumber(respondents, locale),
        perThousand === null ? "–" : formatNumber(perThousand, locale),
      ],
    };
  });
  return (
    <Metric id="couverture" title={t("coverage")} formula={t("coverageFormula")} base={base}>
      <BarTable
        caption={t("coverage")}
        columns={[t("commune"), t("answers"), t("perThousand")]}
        rows={rows}
        empty={t("none")}
      />
    </Metric>
  );
}

type ChoicesProps = Props & {
  id: string;
  question: string;
  choices: Choices;
  title: string;
  column: string;
  formula: string;
};

/** Choices of a question, most ticked first; those of fewer than five people are told to be few. */
export async function ChoicesSection({ diagnosis, locale, ...props }: ChoicesProps) {
  const t = await getTranslations("diagnosis");
  const { choices, question } = props;
  const rows = [...choices.counts]
    .sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]))
    .map(([value, count]) => ({
      key: value,
      label: labelOf(diagnosis.campaign.questionnaire, question, value, locale),
      bar: count < smallestGroup ? 0 : count,
      cells:
        count < smallestGroup
          ? [t("someAnswers"), "–"]
          : [formatNumber(count, locale), shareWords(count, choices.base, locale)],
    }));
  return (
    <Metric id={props.id} title={props.title} formula={props.formula} base={choices.base}>
      <BarTable
        caption={props.title}
        columns={[props.column, t("answers"), t("share")]}
        rows={choices.base < smallestGroup ? [] : rows}
        empty={t("none")}
      />
    </Metric>
  );
}

function shareWords(count: number, base: number, locale: Locale): string {
  return mayShowShare(base) ? formatShare(count / base, locale) : "–";
}
