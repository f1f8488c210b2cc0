import { getLocale, getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/ui/action-form";
import { CheckList } from "@/components/ui/check-list";
import { SelectField } from "@/components/ui/select-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import { dayOf } from "@/lib/core/day";
import type { FormAction } from "@/lib/core/form-state";
import { formatDay } from "@/lib/core/format";
import { localeOf } from "@/lib/core/locale";
import type { FailedDelivery, WebhookView } from "@/lib/notifications/webhooks/queries";
import { type WebhookKind, webhookKinds } from "@/lib/notifications/webhooks/schema";
import { networkTimeZone } from "@/lib/spaces/schema";

const eventKeys = {
  "booking.requested": "eventRequested",
  "booking.created": "eventCreated",
  "booking.changed": "eventChanged",
  "booking.cancelled": "eventCancelled",
} as const satisfies Record<WebhookKind, string>;

type Actions = { create: FormAction; remove: FormAction; resend: FormAction };
type WebhookPanelProps = {
  webhooks: WebhookView[];
  /** Spaces whose bookings the member may hear of. */
  spaces: { id: string; name: string }[];
  actions: Actions;
};

/** The addresses told, what could not be told to them, and the form that adds one. */
export async function WebhookPanel({ webhooks, spaces, actions }: WebhookPanelProps) {
  const t = await getTranslations("keys");
  const nameOf = (id: string) => spaces.find((space) => space.id === id)?.name ?? "";
  return (
    <>
      <p className="muted mb-4">{t("webhooksLead")}</p>
      {webhooks.length === 0 ? (
        <p className="mb-6">{t("noWebhooks")}</p>
      ) : (
        <ul className="rows mb-8">
          {webhooks.map((webhook) => (
            <WebhookLine
              key={webhook.id}
              webhook={webhook}
              scope={
                webhook.spaceId === null
                  ? t("scopeMine")
                  : t("scopeSpace", { space: nameOf(webhook.spaceId) })
              }
              actions={actions}
            />
          ))}
        </ul>
      )}
      <ActionForm action={actions.create} className="grid max-w-[30rem] gap-5">
        <TextField
          name="adresse"
          label={t("address")}
          hint={t("addressHint")}
          maxLength={500}
          required
        />
        <CheckList
          name="evenements"
          legend={t("events")}
          defaultValues={[...webhookKinds]}
          options={webhookKinds.map((kind) => ({ value: kind, label: t(eventKeys[kind]) }))}
        />
        {spaces.length > 0 ? (
          <SelectField
            name="lieu"
            label={t("scope")}
            options={[
              { value: "", label: t("scopeMine") },
              ...spaces.map(({ id, name }) => ({
                value: id,
                label: t("scopeSpace", { space: name }),
              })),
            ]}
          />
        ) : null}
        <div>
          <SubmitButton pending={t("adding")}>{t("addWebhook")}</SubmitButton>
        </div>
      </ActionForm>
    </>
  );
}

type WebhookLineProps = { webhook: WebhookView; scope: string; actions: Actions };

async function WebhookLine({ webhook, scope, actions }: WebhookLineProps) {
  const t = await getTranslations("keys");
  const events = webhook.kinds.map((kind) => t(eventKeys[kind])).join(", ");
  return (
    <li>
      <div className="flex flex-wrap items-center justify-between gap-4">
        <div className="min-w-0">
          <h3 className="break-all">{webhook.url}</h3>
          <p className="small muted">{[scope, events].join(" : ")}</p>
        </div>
        <ActionForm action={actions.remove} hidden={{ webhookId: webhook.id }}>
          <SubmitButton
            className="btn btn-danger"
            pending={t("removing")}
            label={t("removeNamed", { address: webhook.url })}
          >
            {t("remove")}
          </SubmitButton>
        </ActionForm>
      </div>
      {webhook.failed.length > 0 ? (
        <details className="mt-3">
          <summary className="btn btn-quiet">{t("failed")}</summary>
          <ul className="mt-2 grid gap-3">
            {webhook.failed.map((delivery) => (
              <FailedLine key={delivery.id} delivery={delivery} resend={actions.resend} />
            ))}
          </ul>
        </details>
      ) : null}
    </li>
  );
}

type FailedLineProps = { delivery: FailedDelivery; resend: FormAction };

async function FailedLine({ delivery, resend }: FailedLineProps) {
  const [t, locale] = await Promise.all([getTranslations("keys"), getLocale().then(localeOf)]);
  const on = (instant: Date) => formatDay(dayOf(instant, networkTimeZone), locale);
  const reason = delivery.lastError ?? String(delivery.lastStatus ?? "");
  return (
    <li className="flex flex-wrap items-center justify-between gap-3">
      <p className="small">{t("failedLine", { day: on(delivery.failedAt), reason })}</p>
      <ActionForm action={resend} hidden={{ deliveryId: delivery.id }}>
        <SubmitButton
          className="btn btn-quiet"
          pending={t("resending")}
          label={t("resendNamed", { day: on(delivery.createdAt) })}
        >
          {t("resend")}
        </SubmitButton>
      </ActionForm>
    </li>
  );
}
