import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageHead } from "@/components/ui/page-head";
import { ProseSection } from "@/components/ui/prose-section";

const sections = ["what", "who", "howLong", "rights", "cookies", "place"] as const;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("legal"))("privacy.title") };
}

export default async function PrivacyPage() {
  const t = await getTranslations("legal");
  return (
    <div className="wrap">
      <PageHead title={t("privacy.title")} lead={t("privacy.lead")} />
      <div className="prose">
        {sections.map((section) => (
          <ProseSection
            key={section}
            title={t(`privacy.${section}.title`)}
            text={t(`privacy.${section}.text`)}
          />
        ))}
      </div>
    </div>
  );
}
