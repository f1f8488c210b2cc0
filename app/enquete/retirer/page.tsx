import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/ui/action-form";
import { Message } from "@/components/ui/message";
import { PageHead } from "@/components/ui/page-head";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import { takeBackResponseAction } from "../actions";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("survey"))("takeBack.title"), robots: { index: false } };
}

/** Answers are taken back with their receipt alone: the code is shown again, then the button says it. */
export default async function TakeBackPage({ searchParams }: Props) {
  const [t, parameters] = await Promise.all([getTranslations("survey.takeBack"), searchParams]);
  const given = parameters["code"];
  const code = typeof given === "string" ? given.trim().slice(0, 400) : "";
  return (
    <div className="wrap max-w-[44rem]">
      <PageHead title={t("title")} lead={t("lead")} />
      {parameters["fait"] === "1" ? (
        <Message tone="ok" role="status">
          {t("done")}
        </Message>
      ) : null}
      {code === "" ? (
        <form method="get" action="/enquete/retirer" className="panel grid gap-4">
          <TextField name="code" label={t("code")} hint={t("hint")} maxLength={400} required />
          <div>
            <button type="submit" className="btn btn-secondary">
              {t("go")}
            </button>
          </div>
        </form>
      ) : (
        <ActionForm action={takeBackResponseAction} hidden={{ code }} className="panel grid gap-4">
          <p className="survey-code num">{code}</p>
          <p>{t("sure")}</p>
          <div className="flex flex-wrap gap-4">
            <SubmitButton className="btn btn-danger" pending={t("going")}>
              {t("confirm")}
            </SubmitButton>
            <a className="btn btn-quiet" href="/enquete/retirer">
              {t("other")}
            </a>
          </div>
        </ActionForm>
      )}
    </div>
  );
}
