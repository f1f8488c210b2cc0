import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/ui/action-form";
import { Message } from "@/components/ui/message";
import { PageHead } from "@/components/ui/page-head";
import { SubmitButton } from "@/components/ui/submit-button";
import { stopWritingInput } from "@/lib/surveys/contacts/tellings/schema";
import { stopWritingAction } from "../actions";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("surveyResults");
  return { title: t("stop.title"), robots: { index: false } };
}

/** Where the mails lead: one button stops everything; following the link alone does nothing. */
export default async function StopWritingPage({ searchParams }: Props) {
  const [t, parameters] = await Promise.all([getTranslations("surveyResults.stop"), searchParams]);
  const given = stopWritingInput.safeParse({ jeton: parameters["jeton"] });
  const isDone = parameters["fait"] === "1";
  return (
    <div className="wrap max-w-[44rem]">
      <PageHead title={t("title")} lead={isDone ? undefined : t("lead")} />
      {isDone ? (
        <Message tone="ok" role="status">
          {t("done")}
        </Message>
      ) : null}
      {!isDone && given.success ? (
        <ActionForm action={stopWritingAction} hidden={{ jeton: given.data.jeton }}>
          <SubmitButton pending={t("going")}>{t("go")}</SubmitButton>
        </ActionForm>
      ) : null}
      {isDone || given.success ? null : <Message tone="warn">{t("broken")}</Message>}
    </div>
  );
}
