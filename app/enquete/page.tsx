import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { StartPage } from "./_pages/start-page";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("survey");
  return { title: t("title"), description: t("description") };
}

export default async function SurveyPage({ searchParams }: Props) {
  const source = (await searchParams)["src"];
  return <StartPage isFramed={false} source={sourceIn(source)} />;
}

function sourceIn(given: string | string[] | undefined): string | undefined {
  return typeof given === "string" ? given.slice(0, 60) || undefined : undefined;
}
