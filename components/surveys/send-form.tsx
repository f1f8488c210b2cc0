"use client";

import { type FormEvent, useState } from "react";
import { Message } from "@/components/ui/message";
import { forgetOnDevice } from "./kept-on-device";
import { LineWatch } from "./line-watch";
import { type SendOutcome, sendOutcome } from "./send-outcome";

type SendFormProps = {
  code: string;
  isFramed: boolean;
  words: Record<
    "trap" | "becomes" | "send" | "sending" | "offline" | "refused" | "failed" | "reference",
    string
  >;
};

/**
 * The button that sends everything; with the field nobody sees, which only machines fill in. Without
 * scripts the browser sends it; with them a line that is cut is said, and it leaves once it is back. What
 * was answered otherwise is said as it is, and left to whoever presses again.
 */
export function SendForm({ code, isFramed, words }: SendFormProps) {
  const [outcome, setOutcome] = useState<SendOutcome | null>(null);
  const [isSending, setSending] = useState(false);
  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (isSending) return;
    setSending(true);
    const came = await sent(event.currentTarget);
    setOutcome(came);
    if (came.state !== "gone") return setSending(false);
    if (came.to.includes("/merci/")) forgetOnDevice(code);
    window.location.assign(came.to);
  };
  return (
    <form method="post" action="/enquete/envoi" onSubmit={send} className="mt-8 grid gap-4">
      <input type="hidden" name="code" value={code} />
      {isFramed ? <input type="hidden" name="framed" value="1" /> : null}
      <div className="survey-trap" aria-hidden="true">
        <label htmlFor="website">{words.trap}</label>
        <input id="website" name="website" tabIndex={-1} autoComplete="off" />
      </div>
      <div aria-live="assertive">
        <NotSent {...{ outcome, words }} />
      </div>
      <LineWatch offline={words.offline} isWaiting={outcome?.state === "offline"} />
      <p className="muted">{words.becomes}</p>
      <div>
        <button
          type="submit"
          className="btn btn-primary btn-lg"
          aria-busy={isSending || undefined}
          aria-disabled={isSending || undefined}
        >
          {isSending ? words.sending : words.send}
        </button>
      </div>
    </form>
  );
}

/** Why it has not left, and what to do. */
function NotSent({
  outcome,
  words,
}: { outcome: SendOutcome | null } & Pick<SendFormProps, "words">) {
  if (outcome?.state === "offline") return <Message tone="warn">{words.offline}</Message>;
  if (outcome?.state === "refused") return <Message tone="danger">{words.refused}</Message>;
  if (outcome?.state !== "failed") return null;
  const { reference } = outcome;
  return (
    <Message tone="danger">
      {words.failed} {reference ? words.reference.replace("{reference}", reference) : null}
    </Message>
  );
}

async function sent(form: HTMLFormElement): Promise<SendOutcome> {
  const fields = [...new FormData(form)].map(([name, value]): [string, string] => [
    name,
    String(value),
  ]);
  try {
    const answer = await fetch(form.action, {
      method: "POST",
      body: new URLSearchParams(fields),
      headers: { accept: "application/json" },
    });
    return sendOutcome(answer.status, await answer.json().catch(() => null));
  } catch {
    return { state: "offline" };
  }
}
