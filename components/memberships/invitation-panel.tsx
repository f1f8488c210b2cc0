import { getLocale, getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/ui/action-form";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import type { FormAction } from "@/lib/core/form-state";
import { localeOf } from "@/lib/core/locale";
import type { OpenInvitation } from "@/lib/members/invitations/queries";
import { dayWords } from "./day-words";

type InvitationPanelProps = {
  slug: string;
  open: OpenInvitation[];
  invite: FormAction;
  revoke: FormAction;
};

/** Makes a code, shown once by the form itself, and takes back those that wait. */
export async function InvitationPanel({ slug, open, invite, revoke }: InvitationPanelProps) {
  const [t, language] = await Promise.all([getTranslations("belonging.host"), getLocale()]);
  const locale = localeOf(language);
  return (
    <>
      <p className="muted -mt-3 mb-4">{t("invitationsLead")}</p>
      <ActionForm action={invite} hidden={{ slug }} className="grid max-w-[30rem] gap-4">
        <TextField
          name="email"
          type="email"
          label={t("email")}
          hint={t("emailHint")}
          autoComplete="off"
          maxLength={254}
        />
        <div>
          <SubmitButton className="btn btn-secondary" pending={t("working")}>
            {t("invite")}
          </SubmitButton>
        </div>
      </ActionForm>
      {open.length > 0 ? (
        <>
          <h3 className="mt-6 mb-2">{t("open")}</h3>
          <ul className="rows">
            {open.map(({ id, email, createdAt, expiresAt }) => {
              const [made, until] = [dayWords(createdAt, locale), dayWords(expiresAt, locale)];
              return (
                <li key={id} className="belonging-row">
                  <div className="min-w-0">
                    <p className="break-words">{email ?? t("toHand")}</p>
                    <p className="small muted">{t("openLine", { made, until })}</p>
                  </div>
                  <ActionForm action={revoke} hidden={{ slug, invitationId: id }}>
                    <SubmitButton
                      className="btn btn-quiet"
                      pending={t("working")}
                      label={t("revokeNamed", { day: made })}
                    >
                      {t("revoke")}
                    </SubmitButton>
                  </ActionForm>
                </li>
              );
            })}
          </ul>
        </>
      ) : null}
    </>
  );
}
