import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ThanksPage } from "../../_pages/thanks-page";

type Props = { params: Promise<{ code: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("survey");
  return { title: t("thanks.title"), robots: { index: false } };
}

export default async function SurveyThanksPage({ params }: Props) {
  return <ThanksPage isFramed={false} code={(await params).code} />;
}
