import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { FramedPage, sourceOfCode } from "../../../_pages/framed-page";
import { StepPage } from "../../../_pages/step-page";

type Props = {
  params: Promise<{ code: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("survey"))("step.title"), robots: { index: false } };
}

export default async function FramedStepPage({ params, searchParams }: Props) {
  const [{ code }, parameters] = await Promise.all([params, searchParams]);
  return (
    <FramedPage code={code} source={await sourceOfCode(code)} address={`/enquete/repondre/${code}`}>
      <StepPage isFramed code={code} parameters={parameters} />
    </FramedPage>
  );
}
