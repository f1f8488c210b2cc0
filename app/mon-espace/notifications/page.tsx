import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ChoicesForm } from "@/components/notifications/choices-form";
import { DevicesPanel } from "@/components/notifications/devices-panel";
import { Message } from "@/components/ui/message";
import { PageHead } from "@/components/ui/page-head";
import { Section } from "@/components/ui/section";
import { vapidKeys } from "@/lib/infra/web-push";
import { getOwnChoices } from "@/lib/notifications/choices/queries";
import { categories } from "@/lib/notifications/choices/schema";
import { requirePerson } from "@/lib/web/session";
import { disablePushAction, enablePushAction, saveChoicesAction } from "./actions";

type Props = { searchParams: Promise<{ fait?: string | string[] }> };

const doneKeys = { enregistre: "saved", arrete: "disabled" } as const;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("notifications"))("title") };
}

export default async function NotificationsPage({ searchParams }: Props) {
  const [actor, { fait }] = await Promise.all([
    requirePerson("/mon-espace/notifications"),
    searchParams,
  ]);
  const [own, t, members, common] = await Promise.all([
    getOwnChoices(actor),
    getTranslations("notifications"),
    getTranslations("members"),
    getTranslations("common"),
  ]);
  const hosts = actor.grants.some(({ role }) => role === "host" || role === "admin");
  const done = fait === "enregistre" || fait === "arrete" ? fait : null;
  return (
    <div className="wrap max-w-[52rem]">
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
      <ChoicesForm
        own={own}
        asked={categories.filter((category) => category !== "hosting" || hosts)}
        action={saveChoicesAction}
      />
      <Section id="appareils" title={t("devices")}>
        <p className="mb-3 max-w-measure">{t("devicesLead")}</p>
        <p className="muted mb-4">{t("devicesCount", { count: own.devices })}</p>
        <DevicesPanel
          serverKey={vapidKeys().publicKey}
          count={own.devices}
          enable={enablePushAction}
          disable={disablePushAction}
          words={{
            enable: t("enable"),
            enabling: t("enabling"),
            disable: t("disable"),
            disabling: t("disabling"),
            unsupported: t("unsupported"),
            denied: t("denied"),
          }}
        />
      </Section>
    </div>
  );
}
