import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { NetworkFacts } from "@/components/privacy/network-facts";
import { PrivacyChapters } from "@/components/privacy/privacy-chapters";
import { PageHead } from "@/components/ui/page-head";
import { ProseSection } from "@/components/ui/prose-section";
import { getNetworkSettings } from "@/lib/privacy/network-settings/queries";

const sections = ["rights", "cookies", "place"] as const;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("legal"))("privacy.title") };
}

export default async function PrivacyPage() {
  const [t, settings] = await Promise.all([getTranslations("legal"), getNetworkSettings()]);
  return (
    <div className="wrap">
      <PageHead title={t("privacy.title")} lead={t("privacy.lead")} />
      <div className="prose">
        <h2>{t("chapters.responsible")}</h2>
        <NetworkFacts
          settings={settings}
          keys={["publisherName", "publisherAddress", "dataProtectionContact"]}
        />
        <h2>{t("chapters.title")}</h2>
        <p>{t("chapters.lead")}</p>
        <PrivacyChapters />
        {sections.map((section) => (
          <ProseSection
            key={section}
            title={t(`privacy.${section}.title`)}
            text={t(`privacy.${section}.text`, { contact: settings.contactEmail })}
          />
        ))}
      </div>
    </div>
  );
}
