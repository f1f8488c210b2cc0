import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { NetworkFacts } from "@/components/privacy/network-facts";
import { PrivacyChapters } from "@/components/privacy/privacy-chapters";
import { RecipientList } from "@/components/privacy/recipient-list";
import { PageHead } from "@/components/ui/page-head";
import { ProseSection } from "@/components/ui/prose-section";
import { env } from "@/lib/infra/env";
import { getNetworkSettings } from "@/lib/privacy/network-settings/queries";
import { recipients } from "@/lib/privacy/notices/rules";

const sections = ["rights", "cookies", "place"] as const;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("legal"))("privacy.title") };
}

export default async function PrivacyPage() {
  const [t, settings] = await Promise.all([getTranslations("legal"), getNetworkSettings()]);
  const { OIDC_PROVIDERS, MAP_TILES_URL } = env();
  const reaching = {
    providers: OIDC_PROVIDERS.map(({ name }) => name),
    hasTiles: MAP_TILES_URL !== undefined,
  };
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
        <h2>{t("recipients.title")}</h2>
        <p>{t("recipients.lead")}</p>
        <RecipientList recipients={recipients(reaching)} settings={settings} />
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
