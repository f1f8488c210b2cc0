import { getTranslations } from "next-intl/server";
import { Message } from "@/components/ui/message";
import { env } from "@/lib/infra/env";

/** The receipt to print, to copy or to leave: shown once, kept nowhere. */
export async function ReceiptSlip({ code, next }: { code: string; next: string }) {
  const t = await getTranslations("paper.entry");
  const address = `${env().NEXTAUTH_URL.replace(/^https?:\/\//, "")}/enquete/retirer`;
  return (
    <>
      <div className="no-print">
        <Message tone="ok" role="status">
          {t("saved")}
        </Message>
      </div>
      <section className="rule" aria-labelledby="recu">
        <h2 id="recu">{t("receiptTitle")}</h2>
        <p className="mt-3">{t("receiptLead", { address })}</p>
        <p className="survey-code num">{code}</p>
      </section>
      <div className="no-print">
        <p className="muted">{t("receiptNote")}</p>
        <p className="mt-4">
          <a className="btn btn-primary btn-lg" href={next}>
            {t("next")}
          </a>
        </p>
      </div>
    </>
  );
}
