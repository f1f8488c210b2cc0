import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { FeedbackForm } from "@/components/attendance/feedback-form";
import { Message } from "@/components/ui/message";
import { PageHead } from "@/components/ui/page-head";
import { getFeedbackPage } from "@/lib/events/feedback/queries";
import { orNotFound } from "@/lib/web/not-found";
import { giveFeedbackAction } from "./actions";

type Props = {
  params: Promise<{ token: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata(): Promise<Metadata> {
  const title = (await getTranslations("eventsDay"))("feedback.title");
  return { title, robots: { index: false } };
}

export default async function FeedbackPage({ params, searchParams }: Props) {
  const { token } = await params;
  const { event, closed, given } = await orNotFound(getFeedbackPage(token));
  const [t, common] = await Promise.all([
    getTranslations("eventsDay.feedback"),
    getTranslations("common"),
  ]);
  const isDone = (await searchParams)["fait"] === "note";
  return (
    <div className="wrap max-w-[40rem]">
      <PageHead
        title={t("title")}
        lead={closed ? event.title : t("lead")}
        crumbsLabel={common("breadcrumb")}
        crumbs={[{ label: event.title, href: `/evenements/${event.slug}` }, { label: t("title") }]}
      />
      {isDone && given ? <Message tone="ok">{t("thanks")}</Message> : null}
      {closed ? (
        <Message tone="warn">{t(`refusals.${closed}`)}</Message>
      ) : (
        <FeedbackForm {...{ token, given, t }} action={giveFeedbackAction} />
      )}
    </div>
  );
}
