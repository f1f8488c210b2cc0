import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { AccountForm } from "@/components/surveys/account-form";
import { Message } from "@/components/ui/message";
import { PageHead } from "@/components/ui/page-head";
import { localeOf } from "@/lib/core/locale";
import { listCarriedOffers } from "@/lib/surveys/carried/queries";
import { surveyCode } from "@/lib/surveys/drafts/schema";
import { findReceipt } from "@/lib/surveys/responses/queries";
import { currentActor } from "@/lib/web/session";
import { carryAnswersAction } from "../actions";

type Props = { isFramed: boolean; code: string };

/** Sent: the receipt, what it is for, and what one may do next. */
export async function ThanksPage({ isFramed, code }: Props) {
  if (!surveyCode.safeParse(code).success) notFound();
  const actor = await currentActor();
  const receipt = await findReceipt(actor, code);
  if (!receipt) notFound();
  const [t, language] = await Promise.all([getTranslations("survey.thanks"), getLocale()]);
  const locale = localeOf(language);
  const offers = isFramed ? [] : await listCarriedOffers(actor, { code, locale });
  const own = receipt.campaign.texts.thanks?.[locale];
  return (
    <div className="wrap max-w-[44rem]">
      <PageHead title={t("title")} lead={t("lead")} />
      <Message tone="ok" role="status">
        {t("sent")}
      </Message>
      {own ? <p className="written">{own}</p> : null}
      <section className="rule" aria-labelledby="recu">
        <h2 id="recu">{t("receiptTitle")}</h2>
        <p className="mt-3">{t("receiptLead")}</p>
        <p className="survey-code num">{code}</p>
        <p className="muted">{t("receiptNote")}</p>
        {isFramed ? null : (
          <p className="mt-3">
            <a href={`/enquete/retirer?code=${code}`}>{t("takeBack")}</a>
          </p>
        )}
      </section>
      {isFramed ? (
        <p className="mt-4">
          <a href="/enquete/contact" target="_blank" rel="noopener">
            {t("contact")}
          </a>
        </p>
      ) : (
        <section className="rule" aria-labelledby="suite">
          <h2 id="suite">{t("nextTitle")}</h2>
          <p className="mt-3">{t("nextLead")}</p>
          <p className="mt-4 flex flex-wrap gap-4">
            <a className="btn btn-primary" href="/enquete/contact">
              {t("contact")}
            </a>
            {offers.length > 0 ? null : (
              <a className="btn btn-secondary" href="/connexion">
                {t("account")}
              </a>
            )}
            <a className="btn btn-quiet" href="/lieux">
              {t("places")}
            </a>
          </p>
        </section>
      )}
      {offers.length > 0 ? (
        <AccountForm
          {...{ code, offers }}
          hasAccount={actor.kind === "person"}
          action={carryAnswersAction}
        />
      ) : null}
    </div>
  );
}
