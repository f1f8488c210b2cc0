import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/ui/action-form";
import { Section } from "@/components/ui/section";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextAreaField } from "@/components/ui/text-area-field";
import { TextField } from "@/components/ui/text-field";
import type { SwapsOfBooking } from "@/lib/bookings/swaps/queries";
import type { FormAction } from "@/lib/core/form-state";
import { BookingMoment } from "./booking-moment";

type ProposeProps = { bookingId: string; code: string; action: FormAction };

/** The code one gives, and the form that names somebody else's booking by theirs. */
export async function ProposeSwap({ bookingId, code, action }: ProposeProps) {
  const t = await getTranslations("verbs");
  return (
    <>
      <div className="panel">
        <h2 className="text-h4 font-text font-bold">{t("swap.yourCode")}</h2>
        <p className="font-display text-h2 font-semibold">{code}</p>
        <p className="small muted">{t("swap.yourCodeLead")}</p>
      </div>
      <Section id="proposer" title={t("swap.propose")}>
        <ActionForm action={action} hidden={{ bookingId }} className="grid gap-5">
          <TextField
            name="code"
            label={t("swap.code")}
            hint={t("swap.codeHint")}
            autoComplete="off"
            maxLength={40}
            required
          />
          <TextAreaField
            name="message"
            label={t("swap.message")}
            hint={t("swap.messageHint")}
            maxLength={300}
          />
          <SubmitButton pending={t("swap.pending")}>{t("swap.submit")}</SubmitButton>
        </ActionForm>
      </Section>
    </>
  );
}

type AnswersProps = {
  received: SwapsOfBooking["received"];
  accept: FormAction;
  decline: FormAction;
};

/** What others offer for this booking: where and when, their words, yes or no. */
export async function ReceivedSwaps({ received, accept, decline }: AnswersProps) {
  if (received.length === 0) return null;
  const t = await getTranslations("verbs");
  return (
    <Section id="propositions" title={t("swap.received")}>
      <p className="muted -mt-3 mb-4">{t("swap.receivedLead")}</p>
      <ul className="grid gap-4">
        {received.map(({ id, other, message }) => (
          <li key={id} className="panel">
            <BookingMoment {...other} />
            {message ? <blockquote className="mt-2 italic">{message}</blockquote> : null}
            <div className="mt-4 flex flex-wrap gap-3">
              <ActionForm action={accept} hidden={{ swapId: id }}>
                <SubmitButton pending={t("swap.answering")}>{t("swap.accept")}</SubmitButton>
              </ActionForm>
              <ActionForm action={decline} hidden={{ swapId: id }}>
                <SubmitButton className="btn btn-secondary" pending={t("swap.answering")}>
                  {t("swap.decline")}
                </SubmitButton>
              </ActionForm>
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** What one has offered this booking for, and how it stands. */
export async function SentSwaps({
  sent,
  withdraw,
}: {
  sent: SwapsOfBooking["sent"];
  withdraw: FormAction;
}) {
  if (sent.length === 0) return null;
  const t = await getTranslations("verbs");
  return (
    <Section id="envoyees" title={t("swap.sent")}>
      <ul className="grid gap-4">
        {sent.map(({ id, other, state }) => (
          <li key={id} className="panel">
            <BookingMoment {...other} />
            <p className="mt-2">
              <span className="tag">{t(`swap.states.${state}`)}</span>
            </p>
            {state === "proposed" ? (
              <ActionForm action={withdraw} hidden={{ swapId: id }} className="mt-3">
                <SubmitButton className="btn btn-quiet" pending={t("swap.answering")}>
                  {t("swap.withdraw")}
                </SubmitButton>
              </ActionForm>
            ) : null}
          </li>
        ))}
      </ul>
    </Section>
  );
}
