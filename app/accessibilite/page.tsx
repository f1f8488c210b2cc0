import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageHead } from "@/components/ui/page-head";
import { ProseSection } from "@/components/ui/prose-section";
import { assess, criteriaSaid } from "@/lib/privacy/declarations/rules";
import { networkContact } from "@/lib/web/network-contact";

const sections = ["state", "choices", "limits", "contact"] as const;

export async function generateMetadata(): Promise<Metadata> {
  return {
    title: (await getTranslations("legal"))("accessibility.title", { state: assess().state }),
  };
}

export default async function AccessibilityPage() {
  const [t, contact] = await Promise.all([getTranslations("legal"), networkContact()]);
  const { state, ...counts } = assess();
  return (
    <div className="wrap">
      <PageHead title={t("accessibility.title", { state })} lead={t("accessibility.lead")} />
      <div className="prose">
        <p>{t("accessibility.computed", counts)}</p>
        <ul>
          <li>{t("accessibility.conform", { numbers: criteriaSaid("conform").join(", ") })}</li>
          <li>
            {t("accessibility.absent", { numbers: criteriaSaid("not_applicable").join(", ") })}
          </li>
        </ul>
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
