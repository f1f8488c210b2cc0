import { ActionForm } from "@/components/ui/action-form";
import { NumberField } from "@/components/ui/number-field";
import { SubmitButton } from "@/components/ui/submit-button";
import type { FormAction } from "@/lib/core/form-state";
import type { DayWords } from "./board-groups";

type HeadCountFormProps = { event: string; heads: number | null; t: DayWords; action: FormAction };

/** One number, for a room nobody is asked the name of. */
export function HeadCountForm({ event, heads, t, action }: HeadCountFormProps) {
  return (
    <section className="mt-8" aria-labelledby="compte">
      <h2 id="compte">{t("heads")}</h2>
      <p className="muted mb-3">{t("headsLead")}</p>
      <ActionForm action={action} hidden={{ event }} className="grid gap-3">
        <NumberField name="heads" label={t("headsField")} value={heads} />
        <div>
          <SubmitButton className="btn btn-secondary" pending={t("saving")}>
            {t("headsSave")}
          </SubmitButton>
        </div>
      </ActionForm>
    </section>
  );
}
