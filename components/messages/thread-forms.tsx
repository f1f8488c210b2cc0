import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/ui/action-form";
import { CheckList } from "@/components/ui/check-list";
import { Message } from "@/components/ui/message";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextAreaField } from "@/components/ui/text-area-field";
import type { FormAction } from "@/lib/core/form-state";
import type { Thread } from "@/lib/members/conversations/queries";
import { longestMessage } from "@/lib/members/conversations/schema";

type ThreadFormsProps = {
  thread: Thread;
  name: string;
  /** One's own address, to be given or not; null for somebody who has none. */
  email: string | null;
  actions: { reply: FormAction; stop: FormAction; resume: FormAction };
};

/** What can be done in a conversation now: answer and stop, or resume; nothing once the other is gone. */
export async function ThreadForms({ thread, name, email, actions }: ThreadFormsProps) {
  const t = await getTranslations("conversations.thread");
  const hidden = { conversationId: thread.id };
  if (thread.other.isGone) return <Message tone="info">{t("goneLead")}</Message>;
  if (thread.stopped === "by_other") return <Message tone="info">{t("stoppedByOther")}</Message>;
  if (thread.stopped === "by_me") {
    return (
      <>
        <Message tone="info">{t("stoppedByMe")}</Message>
        <ActionForm action={actions.resume} hidden={hidden} className="mt-4">
          <SubmitButton className="btn btn-secondary" pending={t("sending")}>
            {t("resume")}
          </SubmitButton>
        </ActionForm>
      </>
    );
  }
  return (
    <>
      <ReplyForm hidden={hidden} email={email} action={actions.reply} />
      <section className="panel mt-10" aria-labelledby="arreter">
        <h2 id="arreter" className="text-h3">
          {t("stopTitle")}
        </h2>
        <p className="small mt-2 max-w-measure">{t("stopLead", { name })}</p>
        <ActionForm action={actions.stop} hidden={hidden} className="mt-3">
          <SubmitButton className="btn btn-danger" pending={t("sending")}>
            {t("stop")}
          </SubmitButton>
        </ActionForm>
      </section>
    </>
  );
}

type ReplyFormProps = {
  hidden: { conversationId: string };
  email: string | null;
  action: FormAction;
};

async function ReplyForm({ hidden, email, action }: ReplyFormProps) {
  const t = await getTranslations("conversations.thread");
  return (
    <section aria-labelledby="repondre" className="rule">
      <h2 id="repondre" className="mb-4 text-h3">
        {t("reply")}
      </h2>
      <ActionForm action={action} hidden={hidden} className="grid gap-5">
        <TextAreaField
          name="text"
          label={t("replyText")}
          maxLength={longestMessage}
          rows={5}
          required
        />
        {email ? (
          <CheckList
            name="givesAddress"
            legend={t("giveAddress")}
            options={[
              {
                value: "yes",
                label: t("giveAddressOption"),
                hint: t("giveAddressHint", { email }),
              },
            ]}
            defaultValues={[]}
          />
        ) : null}
        <div>
          <SubmitButton pending={t("sending")}>{t("send")}</SubmitButton>
        </div>
      </ActionForm>
    </section>
  );
}
