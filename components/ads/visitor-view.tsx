import { getTranslations } from "next-intl/server";
import { PageHead } from "@/components/ui/page-head";
import { Section } from "@/components/ui/section";

/** What somebody who is not signed in learns: how it works and how many there are, of nobody anything. */
export async function VisitorView({ count }: { count: number }) {
  const t = await getTranslations("ads");
  const address = encodeURIComponent("/annonces");
  return (
    <div className="wrap">
      <PageHead title={t("title")} lead={t("visitor.lead", { count })} />
      <Section id="comment" title={t("visitor.how")}>
        <ol className="grid max-w-measure list-decimal gap-3 ps-6">
          <li>{t("visitor.steps.ask")}</li>
          <li>{t("visitor.steps.answer")}</li>
          <li>{t("visitor.steps.end")}</li>
        </ol>
        <p className="mt-6 max-w-measure">{t("visitor.why")}</p>
        <p className="mt-4">
          <a className="btn btn-primary" href={`/connexion?suite=${address}`}>
            {t("visitor.signIn")}
          </a>
        </p>
      </Section>
    </div>
  );
}
