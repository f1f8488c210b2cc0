import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { StepPage } from "../../_pages/step-page";

type Props = {
  params: Promise<{ code: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("survey");
  return { title: t("step.title"), robots: { index: false } };
}

export default async function SurveyStepPage({ params, searchParams }: Props) {
  const [{ code }, parameters] = await Promise.all([params, searchParams]);
  return <StepPage isFramed={false} code={code} parameters={parameters} />;
}
