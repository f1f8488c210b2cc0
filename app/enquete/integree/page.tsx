import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { FramedPage } from "../_pages/framed-page";
import { StartPage } from "../_pages/start-page";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("survey"))("title"), robots: { index: false } };
}

export default async function FramedSurveyPage({ searchParams }: Props) {
  const given = (await searchParams)["src"];
  const source = typeof given === "string" ? given.slice(0, 60) || undefined : undefined;
  return (
    <FramedPage source={source} address="/enquete">
      <StartPage isFramed source={source} />
    </FramedPage>
  );
}
