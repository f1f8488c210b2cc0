import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/ui/action-form";
import { PageHead } from "@/components/ui/page-head";
import { SubmitButton } from "@/components/ui/submit-button";
import { nextPathInput } from "@/lib/identity/schema";
import { signInWithLinkAction } from "../actions";

type Props = { searchParams: Promise<{ jeton?: string | string[]; suite?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("identity"))("linkTitle") };
}

export default async function SignInLinkPage({ searchParams }: Props) {
  const { jeton, suite } = await searchParams;
  const t = await getTranslations("identity");
  const hidden = {
    jeton: typeof jeton === "string" ? jeton.slice(0, 200) : "-",
    suite: nextPathInput.parse(suite),
  };
  return (
    <div className="wrap">
      <PageHead title={t("linkTitle")} lead={t("linkLead")} />
      <ActionForm
        action={signInWithLinkAction}
        hidden={hidden}
        className="grid max-w-[30rem] gap-5"
      >
        <div className="flex flex-wrap items-center gap-5">
          <SubmitButton pending={t("signingIn")}>{t("signIn")}</SubmitButton>
          <a href="/connexion/code">{t("codeTitle")}</a>
        </div>
      </ActionForm>
    </div>
  );
}
