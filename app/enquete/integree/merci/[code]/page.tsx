import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { FramedPage, sourceOfCode } from "../../../_pages/framed-page";
import { ThanksPage } from "../../../_pages/thanks-page";

type Props = { params: Promise<{ code: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("survey"))("thanks.title"), robots: { index: false } };
}

export default async function FramedThanksPage({ params }: Props) {
  const { code } = await params;
  return (
    <FramedPage code={code} source={await sourceOfCode(code)} address={`/enquete/merci/${code}`}>
      <ThanksPage isFramed code={code} />
    </FramedPage>
  );
}
