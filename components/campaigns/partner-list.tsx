import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/ui/action-form";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import type { FormAction } from "@/lib/core/form-state";
import type { Partner } from "@/lib/surveys/campaigns/schema";

type PartnerListProps = {
  slug: string;
  partners: Partner[];
  actions: { add: FormAction; remove: FormAction };
};

/** Sites that may show the survey in their pages, each with the way to take it off, and one more. */
export async function PartnerList({ slug, partners, actions }: PartnerListProps) {
  const t = await getTranslations("campaigns.partners");
  return (
    <>
      <p className="muted mb-4 max-w-measure">{t("lead")}</p>
      {partners.length > 0 ? (
        <ActionForm action={actions.remove} hidden={{ slug }} className="mb-6">
          <ul className="rows">
            {partners.map(({ code, name, origin }) => (
              <li key={code}>
                <div className="campaign-what">
                  <b>{name}</b>
                  <span className="small">{origin}</span>
                  <span className="small muted">{t("source", { code })}</span>
                </div>
                <SubmitButton
                  name="code"
                  value={code}
                  className="btn btn-quiet"
                  pending={t("working")}
                  label={t("removeOne", { name })}
                >
                  {t("remove")}
                </SubmitButton>
              </li>
            ))}
          </ul>
        </ActionForm>
      ) : (
        <p className="mb-6">{t("none")}</p>
      )}
      <h3 className="mb-3">{t("add")}</h3>
      <ActionForm action={actions.add} hidden={{ slug }} className="grid max-w-[34rem] gap-4">
        <TextField name="name" label={t("name")} maxLength={120} autoComplete="off" />
        <TextField
          name="origin"
          type="url"
          label={t("origin")}
          hint={t("originHint")}
          maxLength={200}
          autoComplete="off"
        />
        <TextField
          name="code"
          label={t("code")}
          hint={t("codeHint")}
          maxLength={40}
          autoComplete="off"
        />
        <p>
          <SubmitButton className="btn btn-secondary" pending={t("working")}>
            {t("addOne")}
          </SubmitButton>
        </p>
      </ActionForm>
    </>
  );
}
