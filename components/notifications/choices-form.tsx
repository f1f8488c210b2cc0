import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/ui/action-form";
import { Section } from "@/components/ui/section";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import { clockText } from "@/lib/core/day";
import type { FormAction } from "@/lib/core/form-state";
import type { OwnChoices } from "@/lib/notifications/choices/queries";
import { type Category, frequenciesOf } from "@/lib/notifications/choices/schema";
import { ChoiceRow } from "./choice-row";

type ChoicesFormProps = { own: OwnChoices; asked: Category[]; action: FormAction };

/** What one is told of, by mail and on one's devices, and when one rests. */
export async function ChoicesForm({ own, asked, action }: ChoicesFormProps) {
  const t = await getTranslations("notifications");
  const { quiet, choices } = own;
  return (
    <ActionForm action={action}>
      <Section id="categories" title={t("about")}>
        <p className="mb-2 max-w-measure">{t("essential")}</p>
        <p className="muted small mb-4">{t("digestHint")}</p>
        <ul className="telling-rows">
          {asked.map((category) => {
            const name = t(`categories.${category}.name`);
            return (
              <ChoiceRow
                key={category}
                category={category}
                choice={choices[category]}
                options={frequenciesOf[category].map((value) => ({
                  value,
                  label: t(`frequencies.${value}`),
                }))}
                words={{
                  name,
                  hint: t(`categories.${category}.hint`),
                  mail: t("mail"),
                  mailLabel: t("mailLabel", { category: name }),
                  push: t("push"),
                  pushLabel: t("pushLabel", { category: name }),
                }}
              />
            );
          })}
        </ul>
      </Section>
      <Section id="calme" title={t("quiet")}>
        <p className="mb-4 max-w-measure">{t("quietLead")}</p>
        <div className="grid max-w-[24rem] grid-cols-2 gap-4">
          <TextField
            name="quietFrom"
            type="time"
            label={t("quietFrom")}
            defaultValue={quiet ? clockText(quiet.startMinute) : ""}
          />
          <TextField
            name="quietUntil"
            type="time"
            label={t("quietUntil")}
            defaultValue={quiet ? clockText(quiet.endMinute) : ""}
          />
        </div>
      </Section>
      <p className="mt-6">
        <SubmitButton pending={t("saving")}>{t("save")}</SubmitButton>
      </p>
    </ActionForm>
  );
}
