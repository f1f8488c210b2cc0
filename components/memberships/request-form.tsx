import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/ui/action-form";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextAreaField } from "@/components/ui/text-area-field";
import type { FormAction } from "@/lib/core/form-state";

/** Asks to belong, with a word to the hosts. */
export async function RequestForm({ slug, action }: { slug: string; action: FormAction }) {
  const t = await getTranslations("belonging.space");
  return (
    <section className="panel" aria-labelledby="demander">
      <h2 id="demander" className="mb-2 text-h3">
        {t("ask")}
      </h2>
      <p className="mb-4">{t("askLead")}</p>
      <ActionForm action={action} hidden={{ slug }} className="grid gap-5">
        <TextAreaField
          name="message"
          label={t("message")}
          hint={t("messageHint")}
          maxLength={500}
        />
        <div>
          <SubmitButton pending={t("sending")}>{t("send")}</SubmitButton>
        </div>
      </ActionForm>
    </section>
  );
}
