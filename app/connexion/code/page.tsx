import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/ui/action-form";
import { PageHead } from "@/components/ui/page-head";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import { nextPathInput } from "@/lib/identity/schema";
import { signInWithCodeAction } from "../actions";

type Props = { searchParams: Promise<{ suite?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("identity"))("codeTitle") };
}

export default async function SignInCodePage({ searchParams }: Props) {
  const suite = nextPathInput.parse((await searchParams).suite);
  const t = await getTranslations("identity");
  return (
    <div className="wrap">
      <PageHead title={t("codeTitle")} lead={t("codeLead")} />
      <ActionForm
        action={signInWithCodeAction}
        hidden={{ suite }}
        className="grid max-w-[30rem] gap-5"
      >
        <TextField
          name="code"
          label={t("code")}
          hint={t("codeHint")}
          autoComplete="one-time-code"
          inputMode="numeric"
          maxLength={12}
          required
        />
        <div className="flex flex-wrap items-center gap-5">
          <SubmitButton pending={t("signingIn")}>{t("signIn")}</SubmitButton>
          <a href={`/connexion${suite ? `?suite=${encodeURIComponent(suite)}` : ""}`}>
            {t("otherAddress")}
          </a>
        </div>
      </ActionForm>
    </div>
  );
}
