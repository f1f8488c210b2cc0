import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageHead } from "@/components/ui/page-head";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("myData"))("erasedTitle"), robots: { index: false } };
}

export default async function AccountErasedPage() {
  const t = await getTranslations("myData");
  return (
    <div className="wrap">
      <PageHead title={t("erasedTitle")} lead={t("erasedLead")} />
      <p className="mb-6 max-w-measure">{t("erasedKept")}</p>
      <a className="btn btn-primary" href="/">
        {t("erasedHome")}
      </a>
    </div>
  );
}
