import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ReviewPage } from "../../../_pages/review-page";

type Props = {
  params: Promise<{ code: string }>;
  searchParams: Promise<{ refus?: string | string[] }>;
};

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("survey");
  return { title: t("review.title"), robots: { index: false } };
}

export default async function SurveyReviewPage({ params, searchParams }: Props) {
  const [{ code }, { refus }] = await Promise.all([params, searchParams]);
  return <ReviewPage isFramed={false} code={code} refusal={refus} />;
}
