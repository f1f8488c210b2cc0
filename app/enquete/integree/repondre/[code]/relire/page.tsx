import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { FramedPage, sourceOfCode } from "../../../../_pages/framed-page";
import { ReviewPage } from "../../../../_pages/review-page";

type Props = {
  params: Promise<{ code: string }>;
  searchParams: Promise<{ refus?: string | string[] }>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("survey"))("review.title"), robots: { index: false } };
}

export default async function FramedReviewPage({ params, searchParams }: Props) {
  const [{ code }, { refus }] = await Promise.all([params, searchParams]);
  return (
    <FramedPage
      code={code}
      source={await sourceOfCode(code)}
      address={`/enquete/repondre/${code}/relire`}
    >
      <ReviewPage isFramed code={code} refusal={refus} />
    </FramedPage>
  );
}
