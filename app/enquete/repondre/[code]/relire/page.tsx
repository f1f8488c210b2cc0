import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ReviewPage } from "../../../_pages/review-page";

type Props = { params: Promise<{ code: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("survey");
  return { title: t("review.title"), robots: { index: false } };
}

export default async function SurveyReviewPage({ params }: Props) {
  return <ReviewPage isFramed={false} code={(await params).code} />;
}
