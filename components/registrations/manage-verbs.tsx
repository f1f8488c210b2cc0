import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/ui/action-form";
import { SubmitButton } from "@/components/ui/submit-button";
import type { FormAction } from "@/lib/core/form-state";
import type { RegistrationView } from "@/lib/events/registrations/queries";

type ManageVerbsProps = {
  registration: RegistrationView;
  /** Registration is open: what ended may be opened again. */
  isOpen: boolean;
  take: FormAction;
  cancel: FormAction;
  reopen: FormAction;
};

/** What one can do about the whole of a registration, as it stands; each button posts, opening the page does nothing. */
export async function ManageVerbs({
  registration,
  isOpen,
  take,
  cancel,
  reopen,
}: ManageVerbsProps) {
  const t = await getTranslations("eventsRegister.manage");
  const { state, token, quantity: count } = registration;
  if (state === "cancelled" || state === "lapsed") {
    return isOpen ? <Reopen registration={registration} action={reopen} /> : null;
  }
  if (state === "offered") {
    return (
      <div className="flex flex-wrap gap-3">
        <ActionForm action={take} hidden={{ token }}>
          <SubmitButton pending={t("taking")}>{t("take", { count })}</SubmitButton>
        </ActionForm>
        <ActionForm action={cancel} hidden={{ token }}>
          <SubmitButton className="btn btn-secondary" pending={t("cancelling")}>
            {t("leave", { count })}
          </SubmitButton>
        </ActionForm>
      </div>
    );
  }
  const waits = state === "waiting";
  return (
    <ActionForm action={cancel} hidden={{ token }} className="mt-10">
      <SubmitButton className="btn btn-danger" pending={t("cancelling")}>
        {t(waits ? "quit" : "cancel")}
      </SubmitButton>
      {waits ? null : <p className="small muted mt-2">{t("cancelLead", { count })}</p>}
    </ActionForm>
  );
}

/** For the seats there are, else for the line; whom the hosts took off asks them. */
async function Reopen({
  registration: { token, quantity, event, endReason },
  action,
}: {
  registration: RegistrationView;
  action: FormAction;
}) {
  if (endReason !== null) return null;
  const t = await getTranslations("eventsRegister.manage");
  const hasSeats = (event.left ?? quantity) >= quantity;
  return (
    <ActionForm action={action} hidden={{ token, wait: hasSeats ? undefined : "1" }}>
      <SubmitButton pending={t("reopening")}>
        {t(hasSeats ? "reopen" : "reopenWaiting")}
      </SubmitButton>
    </ActionForm>
  );
}
