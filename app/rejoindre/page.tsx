import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/ui/action-form";
import { Message } from "@/components/ui/message";
import { PageHead } from "@/components/ui/page-head";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import { currentActor } from "@/lib/web/session";
import { useCodeAction } from "./actions";

type Props = { searchParams: Promise<{ code?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("belonging.join"))("title") };
}

/** A code is typed, or came with the link; nothing happens before the button. */
export default async function JoinPage({ searchParams }: Props) {
  const { code } = await searchParams;
  const given = typeof code === "string" ? code.slice(0, 60) : "";
  const [actor, t] = await Promise.all([currentActor(), getTranslations("belonging.join")]);
  return (
    <div className="wrap max-w-[40rem]">
      <PageHead title={t("title")} lead={t("lead")} />
      <div className="grid gap-6">
        {actor.kind === "person" ? null : <Message tone="info">{t("visitor")}</Message>}
        <ActionForm action={useCodeAction} className="grid gap-5">
          <TextField
            name="code"
            label={t("code")}
            hint={t("codeHint")}
            defaultValue={given}
            autoComplete="off"
            maxLength={60}
            required
          />
          <div>
            <SubmitButton pending={t("using")}>
              {actor.kind === "person" ? t("use") : t("signIn")}
            </SubmitButton>
          </div>
        </ActionForm>
        <p className="small muted">{t("card")}</p>
      </div>
    </div>
  );
}
