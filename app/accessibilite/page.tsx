import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageHead } from "@/components/ui/page-head";
import { ProseSection } from "@/components/ui/prose-section";
import { assess } from "@/lib/privacy/declarations/rules";
import { networkContact } from "@/lib/web/network-contact";

const sections = ["state", "choices", "limits", "contact"] as const;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("legal"))("accessibility.title") };
}

export default async function AccessibilityPage() {
  const [t, contact] = await Promise.all([getTranslations("legal"), networkContact()]);
  const { criteria, conform, notApplicable, notAssessed, rate } = assess();
  return (
    <div className="wrap">
      <PageHead title={t("accessibility.title")} lead={t("accessibility.lead")} />
      <div className="prose">
        <p>
          {t("accessibility.computed", { criteria, conform, notApplicable, notAssessed, rate })}
        </p>
        {sections.map((section) => (
          <ProseSection
            key={section}
            title={t(`accessibility.${section}.title`)}
            text={t(`accessibility.${section}.text`, { contact })}
          />
        ))}
      </div>
    </div>
  );
}
