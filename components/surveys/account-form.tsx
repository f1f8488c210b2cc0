import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/ui/action-form";
import { CheckList } from "@/components/ui/check-list";
import { SubmitButton } from "@/components/ui/submit-button";
import type { FormAction } from "@/lib/core/form-state";
import type { CarriedOffer } from "@/lib/surveys/carried/schema";

type AccountFormProps = {
  code: string;
  offers: CarriedOffer[];
  /** Whether they have one already, and are signed in to it. */
  hasAccount: boolean;
  action: FormAction;
};

/** From the survey to an account: item by item what goes along, nothing unless it is ticked. */
export async function AccountForm({ code, offers, hasAccount, action }: AccountFormProps) {
  const t = await getTranslations("surveyCarried");
  return (
    <section className="rule" aria-labelledby="compte">
      <h2 id="compte">{hasAccount ? t("titleSignedIn") : t("title")}</h2>
      <p className="mt-3 max-w-measure">{t("lead")}</p>
      <ActionForm action={action} hidden={{ code }} className="mt-4 grid gap-4">
        <CheckList
          name="keep"
          legend={t("legend")}
          hint={t("hint")}
          options={offers.map(({ item, words }) => ({
            value: item,
            label: t(`item.${item}`),
            hint: words,
          }))}
          defaultValues={[]}
        />
        <div>
          <SubmitButton className="btn btn-secondary" pending={t("going")}>
            {hasAccount ? t("goSignedIn") : t("go")}
          </SubmitButton>
        </div>
      </ActionForm>
    </section>
  );
}
