import { getTranslations } from "next-intl/server";
import { EmptyState } from "@/components/ui/empty-state";

/** Inside a partner's page, what opens nothing leads back to the beginning, inside it too. */
export default async function UnknownFramedDraft() {
  const t = await getTranslations("survey.unknown");
  return (
    <div className="wrap py-6">
      <h1 className="sr-only">{t("title")}</h1>
      <EmptyState title={t("lead")}>
        <p>{t("why")}</p>
        <a className="btn btn-secondary" href="/enquete/integree">
          {t("start")}
        </a>
      </EmptyState>
    </div>
  );
}
