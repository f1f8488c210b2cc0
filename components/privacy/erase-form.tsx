import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/ui/action-form";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import type { FormAction } from "@/lib/core/form-state";

/** What erasing does and keeps, said before the word that confirms it. */
export async function EraseForm({ action }: { action: FormAction }) {
  const t = await getTranslations("myData");
  return (
    <>
      <div className="mb-5 grid max-w-measure gap-3">
        <p>{t("eraseLead")}</p>
        <p>{t("eraseKept")}</p>
        <p>{t("eraseFirst")}</p>
      </div>
      <ActionForm action={action} className="grid max-w-[30rem] gap-5">
        <TextField name="mot" label={t("word")} maxLength={40} autoComplete="off" required />
        <div>
          <SubmitButton className="btn btn-danger" pending={t("erasing")}>
            {t("eraseButton")}
          </SubmitButton>
        </div>
      </ActionForm>
    </>
  );
}
