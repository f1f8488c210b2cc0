import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { NetworkFacts } from "@/components/privacy/network-facts";
import { Message } from "@/components/ui/message";
import { PageHead } from "@/components/ui/page-head";
import { ProseSection } from "@/components/ui/prose-section";
import { env } from "@/lib/infra/env";
import { getNetworkSettings } from "@/lib/privacy/network-settings/queries";

const sections = ["code", "data", "reuse"] as const;

const publisher = [
  "publisherName",
  "publisherAddress",
  "publisherPhone",
  "contactEmail",
  "publicationDirector",
] as const;
const hosting = ["hostingName", "hostingAddress", "hostingPhone"] as const;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("legal"))("notice.title") };
}

export default async function LegalNoticePage() {
  const [t, settings] = await Promise.all([getTranslations("legal"), getNetworkSettings()]);
  return (
    <div className="wrap">
      <PageHead title={t("notice.title")} lead={t("notice.lead")} />
      {env().DEMO ? <Message tone="info">{t("notice.demonstration")}</Message> : null}
      <div className="prose">
        <h2>{t("network.publisher")}</h2>
        <NetworkFacts settings={settings} keys={publisher} />
        <h2>{t("network.hosting")}</h2>
        <NetworkFacts settings={settings} keys={hosting} />
        {sections.map((section) => (
          <ProseSection
            key={section}
            title={t(`notice.${section}.title`)}
            text={t(`notice.${section}.text`)}
          />
        ))}
      </div>
    </div>
  );
}
