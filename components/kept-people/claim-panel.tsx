import { getLocale, getTranslations } from "next-intl/server";
import { dayWords } from "@/components/memberships/day-words";
import { ActionForm } from "@/components/ui/action-form";
import { SubmitButton } from "@/components/ui/submit-button";
import type { FormAction } from "@/lib/core/form-state";
import { localeOf } from "@/lib/core/locale";
import type { KeptView } from "@/lib/members/kept-people/queries";
import { ClaimCard } from "./claim-card";

type ClaimPanelProps = {
  slug: string;
  personId: string;
  kept: KeptView;
  /** Where the code is typed, without its scheme. */
  address: string;
  action: FormAction;
};

/** The card by which somebody without e-mail takes their account over one day. */
export async function ClaimPanel({ slug, personId, kept, address, action }: ClaimPanelProps) {
  const [t, card, language] = await Promise.all([
    getTranslations("belonging.person"),
    getTranslations("belonging.card"),
    getLocale(),
  ]);
  const until = kept.codeUntil && dayWords(kept.codeUntil, localeOf(language));
  return (
    <>
      <p className="mb-2 no-print">{t("cardLead")}</p>
      {until ? <p className="small muted mb-2 no-print">{t("cardUntil", { day: until })}</p> : null}
      <ActionForm action={action} hidden={{ slug, personId }} className="grid gap-4">
        <ClaimCard
          words={{
            say: card("say"),
            open: card("open", { address }),
            signIn: card("signIn"),
            type: card("type"),
          }}
        />
        <div className="no-print">
          <SubmitButton className="btn btn-secondary" pending={t("cardMaking")}>
            {t("cardMake")}
          </SubmitButton>
        </div>
      </ActionForm>
    </>
  );
}
