import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/ui/action-form";
import { SubmitButton } from "@/components/ui/submit-button";
import type { FormAction } from "@/lib/core/form-state";
import type { OwnOrganisation } from "@/lib/members/organisations/queries";

type OwnOrganisationRowProps = {
  organisation: OwnOrganisation;
  agree: FormAction;
  leave: FormAction;
};

/** What an organisation may do with one, or asks for, and the answers. */
export async function OwnOrganisationRow({ organisation, agree, leave }: OwnOrganisationRowProps) {
  const [t, kinds] = await Promise.all([
    getTranslations("belonging.ownOrganisations"),
    getTranslations("belonging.organisations.kinds"),
  ]);
  const { id: organisationId, name, role, isAgreed } = organisation;
  const kind = kinds(organisation.kind);
  return (
    <li className="belonging-row">
      <div className="min-w-0">
        <h2 className="break-words text-h3">{name}</h2>
        <p className="small muted">{t(isAgreed ? role : `${role}Asked`, { kind })}</p>
      </div>
      <div className="flex flex-wrap gap-2">
        {isAgreed ? null : (
          <ActionForm action={agree} hidden={{ organisationId }}>
            <SubmitButton pending={t("working")} label={t("agreeNamed", { name })}>
              {t("agree")}
            </SubmitButton>
          </ActionForm>
        )}
        {isAgreed && role === "delegate" ? (
          <a
            className="btn btn-secondary"
            href={`/mon-espace/organisations/${organisationId}`}
            aria-label={t("openNamed", { name })}
          >
            {t("open")}
          </a>
        ) : null}
        <ActionForm action={leave} hidden={{ organisationId }}>
          <SubmitButton
            className="btn btn-quiet"
            pending={t("working")}
            label={t(isAgreed ? "leaveNamed" : "refuseNamed", { name })}
          >
            {t(isAgreed ? "leave" : "refuse")}
          </SubmitButton>
        </ActionForm>
      </div>
    </li>
  );
}
