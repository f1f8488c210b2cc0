import { getTranslations } from "next-intl/server";
import { SelectField } from "@/components/ui/select-field";
import type { Locale } from "@/lib/core/locale";
import type { VersionAddress, VersionLine } from "@/lib/surveys/versions/schema";

type VersionChoiceProps = {
  versions: VersionLine[];
  chosen: VersionAddress | undefined;
  locale: Locale;
};

/** Which version of which questionnaire a campaign asks. */
export async function VersionChoice({ versions, chosen, locale }: VersionChoiceProps) {
  const t = await getTranslations("campaigns.form");
  return (
    <SelectField
      name="questionnaire"
      label={t("questionnaire")}
      hint={t("questionnaireHint")}
      options={versions.map(({ survey, version, title, isKept }) => ({
        value: `${survey} ${version}`,
        label: t(isKept ? "version" : "draftVersion", { title: title[locale], version }),
      }))}
      defaultValue={chosen ? `${chosen.survey} ${chosen.version}` : ""}
    />
  );
}
