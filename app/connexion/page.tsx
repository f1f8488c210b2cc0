import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { DemoAccounts } from "@/components/identity/demo-accounts";
import { Providers } from "@/components/identity/providers";
import { ActionForm } from "@/components/ui/action-form";
import { Message } from "@/components/ui/message";
import { PageHead } from "@/components/ui/page-head";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import { nextPathInput } from "@/lib/identity/schema";
import { env } from "@/lib/infra/env";
import { pathWithin } from "@/lib/web/auth";
import { currentActor } from "@/lib/web/session";
import { enterDemoAccountAction, requestCodeAction } from "./actions";

type Parameters = Record<"suite" | "callbackUrl" | "error", string | string[] | undefined>;
type Props = { searchParams: Promise<Parameters> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("identity"))("title") };
}

export default async function SignInPage({ searchParams }: Props) {
  const { error, ...parameters } = await searchParams;
  const suite = nextPath(parameters);
  const [actor, t] = await Promise.all([currentActor(), getTranslations("identity")]);
  if (actor.kind === "person") redirect(suite ?? "/mon-espace");
  return (
    <div className="wrap">
      <PageHead title={t("title")} lead={t("lead")} />
      {error ? (
        <Message tone="danger" role="alert">
          {error === "AccessDenied" ? t("providerRefused") : t("providerFailed")}
        </Message>
      ) : null}
      <div className="columns">
        <div className="grid max-w-[30rem] gap-8">
          <ActionForm action={requestCodeAction} hidden={{ suite }} className="grid gap-5">
            <TextField
              name="email"
              type="email"
              label={t("email")}
              hint={t("emailHint")}
              autoComplete="email"
              maxLength={254}
              required
            />
            <div>
              <SubmitButton pending={t("sending")}>{t("sendCode")}</SubmitButton>
            </div>
          </ActionForm>
          <Providers providers={env().OIDC_PROVIDERS} suite={suite} />
        </div>
        {env().DEMO ? (
          <DemoAccounts
            action={enterDemoAccountAction}
            suite={suite}
            labels={{
              title: t("demoTitle"),
              lead: t("demoLead"),
              member: t("demoMember"),
              host: t("demoHost"),
              staff: t("demoStaff"),
              admin: t("demoAdmin"),
              pending: t("signingIn"),
            }}
          />
        ) : null}
      </div>
    </div>
  );
}

/** Where to go on: as we ask it, or as next-auth writes it when a provider sends somebody back. */
function nextPath({ suite, callbackUrl }: Omit<Parameters, "error">): string | undefined {
  if (suite !== undefined || typeof callbackUrl !== "string") return nextPathInput.parse(suite);
  return pathWithin(callbackUrl, new URL(env().NEXTAUTH_URL).origin) ?? undefined;
}
