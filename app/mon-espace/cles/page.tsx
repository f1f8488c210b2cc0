import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { TokenPanel } from "@/components/identity/token-panel";
import { WebhookPanel } from "@/components/notifications/webhook-panel";
import { Message } from "@/components/ui/message";
import { PageHead } from "@/components/ui/page-head";
import { Section } from "@/components/ui/section";
import { isHostOf } from "@/lib/core/actor";
import { dayOf } from "@/lib/core/day";
import { listOwnTokens } from "@/lib/identity/api-tokens/queries";
import { now } from "@/lib/infra/clock";
import { listWebhooks } from "@/lib/notifications/webhooks/queries";
import { listSpaceNames } from "@/lib/spaces/queries";
import { networkTimeZone } from "@/lib/spaces/schema";
import { requirePerson } from "@/lib/web/session";
import {
  createTokenAction,
  createWebhookAction,
  removeWebhookAction,
  resendDeliveryAction,
  revokeTokenAction,
} from "./actions";

type Props = { searchParams: Promise<{ fait?: string | string[] }> };

const doneKeys = { revoque: "revoked", retire: "removed", renvoye: "resent" } as const;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("keys"))("title") };
}

export default async function KeysPage({ searchParams }: Props) {
  const [actor, { fait }] = await Promise.all([requirePerson("/mon-espace/cles"), searchParams]);
  const [tokens, webhooks, names, t, members, common] = await Promise.all([
    listOwnTokens(actor),
    listWebhooks(actor),
    listSpaceNames(),
    getTranslations("keys"),
    getTranslations("members"),
    getTranslations("common"),
  ]);
  const done = fait === "revoque" || fait === "retire" || fait === "renvoye" ? fait : null;
  return (
    <div className="wrap">
      <PageHead
        title={t("title")}
        lead={t("lead")}
        crumbsLabel={common("breadcrumb")}
        crumbs={[{ label: members("title"), href: "/mon-espace" }, { label: t("title") }]}
      />
      {done ? (
        <Message tone="ok" role="status">
          {t(doneKeys[done])}
        </Message>
      ) : null}
      <Section id="jetons" title={t("tokens")}>
        <TokenPanel
          tokens={tokens}
          today={dayOf(now(), networkTimeZone)}
          create={createTokenAction}
          revoke={revokeTokenAction}
        />
      </Section>
      <Section id="webhooks" title={t("webhooks")}>
        <WebhookPanel
          webhooks={webhooks}
          spaces={names.filter(({ id }) => isHostOf(actor, id))}
          actions={{
            create: createWebhookAction,
            remove: removeWebhookAction,
            resend: resendDeliveryAction,
          }}
        />
      </Section>
    </div>
  );
}
