import { getTranslations } from "next-intl/server";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHead } from "@/components/ui/page-head";

/** The code opens nothing: mistyped, or kept thirty days and forgotten. */
export default async function UnknownDraft() {
  const t = await getTranslations("survey.unknown");
  return (
    <div className="wrap max-w-[44rem]">
      <PageHead title={t("title")} />
      <EmptyState title={t("lead")}>
        <p>{t("why")}</p>
        <a className="btn btn-secondary" href="/enquete">
          {t("start")}
        </a>
      </EmptyState>
    </div>
  );
}
