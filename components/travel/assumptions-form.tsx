import { getLocale, getTranslations } from "next-intl/server";
import { dayInWords } from "@/components/privacy/value-words";
import { ActionForm } from "@/components/ui/action-form";
import { Section } from "@/components/ui/section";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import { dayOf, homeTimeZone } from "@/lib/core/day";
import type { FormAction } from "@/lib/core/form-state";
import { localeOf } from "@/lib/core/locale";
import type { AssumptionsHistory } from "@/lib/reports/travel-assumptions/queries";
import {
  type AssumptionName,
  assumptionNames,
  termsOf,
} from "@/lib/reports/travel-assumptions/schema";
import { asTyped, boundsWords } from "./number-words";

type AssumptionsFormProps = {
  history: AssumptionsHistory;
  action: FormAction;
};

/** Each value in force with its bounds, where it comes from and since when, to be changed. */
export async function AssumptionsForm({ history, action }: AssumptionsFormProps) {
  const [t, language] = await Promise.all([getTranslations("travelAssumptions"), getLocale()]);
  const locale = localeOf(language);
  const { version, values, since } = history;
  const hintOf = (name: AssumptionName) => {
    const changed = since.get(name);
    return [
      t(`bounds.${termsOf(name).unit}`, boundsWords(name, locale)),
      t(`sources.${name}`),
      changed
        ? t("since", { day: dayInWords(dayOf(changed, homeTimeZone), locale) })
        : t("sinceFirst"),
    ].join(" ");
  };
  return (
    <Section id="valeurs" title={t("current")}>
      <p className="muted -mt-3 mb-5 max-w-measure">{t("formLead")}</p>
      <ActionForm action={action} hidden={{ version: String(version) }} className="grid gap-5">
        <div className="travel-assumptions">
          {assumptionNames.map((name) => (
            <TextField
              key={name}
              name={name}
              label={t(`names.${name}`)}
              hint={hintOf(name)}
              defaultValue={asTyped(values[name], locale)}
              maxLength={20}
            />
          ))}
        </div>
        <p>
          <SubmitButton pending={t("saving")}>{t("save")}</SubmitButton>
        </p>
      </ActionForm>
    </Section>
  );
}
