import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/ui/action-form";
import { SubmitButton } from "@/components/ui/submit-button";
import type { FormAction } from "@/lib/core/form-state";
import type { CampaignVerb } from "@/lib/surveys/campaigns/changes/schema";

type VerbFormProps = {
  slug: string;
  verbs: CampaignVerb[];
  /** Days whose answers are in no figure: said before these are published. */
  heldDays: number;
  action: FormAction;
};

/** What may be done with a campaign as it stands, each with what follows from it, said before. */
export async function VerbForm({ slug, verbs, heldDays, action }: VerbFormProps) {
  const t = await getTranslations("campaigns.verbs");
  if (verbs.length === 0) return null;
  return (
    <ActionForm action={action} hidden={{ slug }} className="grid gap-4">
      {verbs.map((verb) =>
        verb === "ready" ? (
          <div key={verb} className="campaign-verb">
            <p>{t(`${verb}.follows`)}</p>
            <p>
              <SubmitButton name="verb" value={verb} pending={t("working")}>
                {t(`${verb}.say`)}
              </SubmitButton>
            </p>
          </div>
        ) : (
          <details key={verb} className="campaign-verb">
            <summary>{t(`${verb}.title`)}</summary>
            <p>{t(`${verb}.follows`)}</p>
            {verb === "publish" && heldDays > 0 ? (
              <p>
                <b>{t("publish.held", { count: heldDays })}</b>{" "}
                <a href="#afflux">{t("publish.decide")}</a>
              </p>
            ) : null}
            <p>
              <SubmitButton
                name="verb"
                value={verb}
                className="btn btn-secondary"
                pending={t("working")}
              >
                {t(`${verb}.say`)}
              </SubmitButton>
            </p>
          </details>
        ),
      )}
    </ActionForm>
  );
}
