import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/ui/action-form";
import { Message } from "@/components/ui/message";
import { PageHead } from "@/components/ui/page-head";
import { SubmitButton } from "@/components/ui/submit-button";
import { findTopic } from "@/lib/notifications/unsubscribing/queries";
import { stoppedText, type Topic, tokenInput } from "@/lib/notifications/unsubscribing/schema";
import { resubscribeAction, unsubscribeAction } from "./actions";

type Query = Record<"jeton" | "fait" | "retabli", string | string[] | undefined>;
type Props = { searchParams: Promise<Query> };

export async function generateMetadata(): Promise<Metadata> {
  const title = (await getTranslations("notifications"))("stop.title");
  return { title, robots: { index: false } };
}

export default async function UnsubscribePage({ searchParams }: Props) {
  const [query, t] = await Promise.all([searchParams, getTranslations("notifications.stop")]);
  const token = tokenInput.safeParse(query.jeton).data ?? "";
  const topic = findTopic(token);
  return (
    <div className="wrap max-w-[44rem]">
      <PageHead title={t("title")} />
      <div className="grid gap-6">
        {topic ? (
          <Stop {...{ token, topic, query }} />
        ) : (
          <Message tone="warn">{t("broken")}</Message>
        )}
        <p>
          <a href="/mon-espace/notifications">{t("choose")}</a>
        </p>
      </div>
    </div>
  );
}

/** The button; once pressed, what was done and the way back. */
async function Stop({ token, topic, query }: { token: string; topic: Topic; query: Query }) {
  const t = await getTranslations("notifications");
  const stopped = stoppedText.safeParse(query.fait).success ? String(query.fait) : null;
  if (stopped) {
    return (
      <>
        <Message tone="ok" role="status">
          {t("stop.done")}
        </Message>
        <ActionForm action={resubscribeAction} hidden={{ jeton: token, avant: stopped }}>
          <SubmitButton className="btn btn-secondary" pending={t("stop.undoing")}>
            {t("stop.undo")}
          </SubmitButton>
        </ActionForm>
      </>
    );
  }
  return (
    <>
      {query.retabli === "1" ? (
        <Message tone="ok" role="status">
          {t("stop.undone")}
        </Message>
      ) : null}
      <p>
        {topic === "digest"
          ? t("stop.digest")
          : t("stop.category", { category: t(`categories.${topic}.name`) })}
      </p>
      <ActionForm action={unsubscribeAction} hidden={{ jeton: token }}>
        <SubmitButton pending={t("stop.stopping")}>{t("stop.button")}</SubmitButton>
      </ActionForm>
    </>
  );
}
