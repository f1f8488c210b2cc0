import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/ui/action-form";
import { FormFold } from "@/components/ui/form-fold";
import { NumberField } from "@/components/ui/number-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import type { FormAction } from "@/lib/core/form-state";
import type { Habilitation } from "@/lib/members/habilitations/queries";

type HabilitationFormProps = { action: FormAction; known?: Habilitation & { shownName: string } };

/** Its name in both languages and how long it holds; folded for one that is there. */
export async function HabilitationForm({ action, known }: HabilitationFormProps) {
  const t = await getTranslations("habilitations.keep");
  if (!known) {
    return (
      <ActionForm action={action} className="mt-3 grid max-w-[30rem] gap-4">
        <Fields />
      </ActionForm>
    );
  }
  return (
    <ActionForm action={action} hidden={{ habilitationId: known.id }} className="grid gap-3">
      <FormFold label={t("change")} named={t("changeNamed", { name: known.shownName })}>
        <Fields known={known} />
      </FormFold>
    </ActionForm>
  );
}

async function Fields({ known }: { known?: Habilitation }) {
  const t = await getTranslations("habilitations.keep");
  const id = (field: string) => (known ? `${field}-${known.id}` : field);
  return (
    <>
      <TextField
        id={id("nameFr")}
        name="nameFr"
        label={t("nameFr")}
        hint={t("nameFrHint")}
        defaultValue={known?.name.fr ?? ""}
        maxLength={60}
        autoComplete="off"
        required
      />
      <TextField
        id={id("nameEn")}
        name="nameEn"
        label={t("nameEn")}
        defaultValue={known?.name.en ?? ""}
        maxLength={60}
        autoComplete="off"
      />
      <NumberField
        id={id("validMonths")}
        name="validMonths"
        label={t("months")}
        hint={t("monthsHint")}
        value={known?.validMonths ?? null}
      />
      <div>
        <SubmitButton pending={t("working")}>
          {t(known ? "changeButton" : "addButton")}
        </SubmitButton>
      </div>
    </>
  );
}
