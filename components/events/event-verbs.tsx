import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/ui/action-form";
import { Section } from "@/components/ui/section";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextAreaField } from "@/components/ui/text-area-field";
import type { FormAction } from "@/lib/core/form-state";
import type { EventState } from "@/lib/events/schema";
import { ScopeField } from "./scope-field";

type VerbsProps = {
  event: { id: string; state: EventState; seriesId: string | null };
  /** `publish` and `cancel` are left out for whoever may only change it. */
  actions: {
    publish: FormAction | null;
    reopen: FormAction;
    cancel: FormAction | null;
    accept: FormAction | null;
    refuse: FormAction;
  };
};

/** What is done with an event besides writing it: announced, cancelled, opened again. */
export async function EventVerbs({ event, actions }: VerbsProps) {
  const t = await getTranslations("eventsEdit");
  const hidden = { eventId: event.id };
  return (
    <>
      <Decision event={event} actions={actions} />
      {actions.publish && event.state === "draft" ? (
        <Section id="annoncer" title={t("publishTitle")} className="mt-10">
          <ActionForm action={actions.publish} hidden={hidden} className="grid gap-4">
            <p>{t("publishLead")}</p>
            <p>
              <SubmitButton className="btn btn-secondary" pending={t("form.sending")}>
                {t("publishButton")}
              </SubmitButton>
            </p>
          </ActionForm>
        </Section>
      ) : null}
      <Cancellation event={event} actions={actions} />
      {actions.cancel && event.state === "cancelled" ? (
        <Section id="retablir" title={t("reopenTitle")} className="mt-10">
          <ActionForm
            action={actions.reopen}
            hidden={hidden}
            className="grid gap-4"
            alternativesTitle={t("reopenFirst")}
          >
            <p>{t("reopenLead")}</p>
            <p>
              <SubmitButton className="btn btn-secondary" pending={t("form.sending")}>
                {t("reopenButton")}
              </SubmitButton>
            </p>
          </ActionForm>
        </Section>
      ) : null}
    </>
  );
}

/** An event to come is cancelled with a reason, a draft given up. */
async function Cancellation({ event, actions }: VerbsProps) {
  const isDraft = event.state === "draft";
  if (!actions.cancel || !(isDraft || event.state === "published")) return null;
  const t = await getTranslations("eventsEdit");
  return (
    <Section id="annuler" title={t(isDraft ? "giveUpTitle" : "cancelTitle")} className="mt-10">
      <ActionForm action={actions.cancel} hidden={{ eventId: event.id }} className="grid gap-4">
        {isDraft ? null : (
          <>
            <p>{t("cancelLead")}</p>
            <TextAreaField
              name="reason"
              label={t("cancelReason")}
              hint={t("cancelReasonHint")}
              maxLength={500}
            />
            {event.seriesId ? <ScopeField /> : null}
          </>
        )}
        <p>
          <SubmitButton className="btn btn-danger" pending={t("form.sending")}>
            {t(isDraft ? "giveUpButton" : "cancelButton")}
          </SubmitButton>
        </p>
      </ActionForm>
    </Section>
  );
}

/** What a member proposed waits for an answer; a refusal may be taken back. */
async function Decision({ event, actions }: VerbsProps) {
  const isProposed = event.state === "proposed";
  if (!actions.accept || !(isProposed || event.state === "refused")) return null;
  const t = await getTranslations("eventsEdit");
  const hidden = { eventId: event.id };
  return (
    <>
      <Section id="accepter" title={t("acceptTitle")} className="mt-10">
        <ActionForm action={actions.accept} hidden={hidden} className="grid gap-4">
          <p>{t("acceptLead")}</p>
          <p>
            <SubmitButton className="btn btn-secondary" pending={t("form.sending")}>
              {t("acceptButton")}
            </SubmitButton>
          </p>
        </ActionForm>
      </Section>
      {isProposed ? (
        <Section id="refuser" title={t("refuseTitle")} className="mt-10">
          <ActionForm action={actions.refuse} hidden={hidden} className="grid gap-4">
            <TextAreaField
              name="reason"
              label={t("cancelReason")}
              hint={t("refuseHint")}
              maxLength={500}
              required
            />
            <p>
              <SubmitButton className="btn btn-danger" pending={t("form.sending")}>
                {t("refuseButton")}
              </SubmitButton>
            </p>
          </ActionForm>
        </Section>
      ) : null}
    </>
  );
}
