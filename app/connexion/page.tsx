import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { DemoAccounts } from "@/components/identity/demo-accounts";
import { ActionForm } from "@/components/ui/action-form";
import { PageHead } from "@/components/ui/page-head";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import { nextPathInput } from "@/lib/identity/schema";
import { env } from "@/lib/infra/env";
import { currentActor } from "@/lib/web/session";
import { enterDemoAccountAction, requestCodeAction } from "./actions";

type Props = { searchParams: Promise<{ suite?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("identity"))("title") };
}

export default async function SignInPage({ searchParams }: Props) {
  const suite = nextPathInput.parse((await searchParams).suite);
  const [actor, t] = await Promise.all([currentActor(), getTranslations("identity")]);
  if (actor.kind === "person" && suite) redirect(suite);
  return (
    <div className="wrap">
      <PageHead title={t("title")} lead={t("lead")} />
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
          <Providers />
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

async function Providers() {
  const t = await getTranslations("identity");
  const providers = env().OIDC_PROVIDERS;
  if (providers.length === 0) return null;
  return (
    <section className="grid gap-3">
      <h2 className="text-h4">{t("providers")}</h2>
      {providers.map((provider) => (
        <a key={provider.id} className="btn btn-secondary" href={`/api/auth/signin/${provider.id}`}>
          {t("with", { name: provider.name })}
        </a>
      ))}
    </section>
  );
}
