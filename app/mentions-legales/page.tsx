import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Message } from "@/components/ui/message";
import { PageHead } from "@/components/ui/page-head";
import { ProseSection } from "@/components/ui/prose-section";
import { env } from "@/lib/infra/env";

const sections = ["publisher", "code", "data", "reuse"] as const;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("legal"))("notice.title") };
}

export default async function LegalNoticePage() {
  const t = await getTranslations("legal");
  return (
    <div className="wrap">
      <PageHead title={t("notice.title")} lead={t("notice.lead")} />
      {env().DEMO ? <Message tone="info">{t("notice.demonstration")}</Message> : null}
      <div className="prose">
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
