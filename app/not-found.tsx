import { getTranslations } from "next-intl/server";
import { PageHead } from "@/components/ui/page-head";

export default async function NotFoundPage() {
  const t = await getTranslations("common");
  return (
    <div className="wrap">
      <PageHead title={t("notFoundTitle")} lead={t("notFoundLead")} />
      <a className="btn btn-primary" href="/lieux">
        {t("notFoundAction")}
      </a>
    </div>
  );
}
