"use client";

import { type FormEvent, useState } from "react";
import { Message } from "@/components/ui/message";
import { forgetOnDevice } from "./kept-on-device";
import { LineWatch } from "./line-watch";

type SendFormProps = {
  code: string;
  isFramed: boolean;
  words: { trap: string; becomes: string; send: string; sending: string; offline: string };
};

/**
 * The button that sends everything; with the field nobody sees, which only machines fill in. Without
 * scripts the browser sends it; with them a line that is cut is said, and it leaves once it is back.
 */
export function SendForm({ code, isFramed, words }: SendFormProps) {
  const [state, setState] = useState<"idle" | "sending" | "offline">("idle");
  const isSending = state === "sending";
  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (isSending) return;
    setState("sending");
    const to = await nextPage(event.currentTarget);
    if (!to) return setState("offline");
    if (to.includes("/merci/")) forgetOnDevice(code);
    window.location.assign(to);
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
        {state === "offline" ? <Message tone="warn">{words.offline}</Message> : null}
      </div>
      <LineWatch offline={words.offline} isWaiting={state === "offline"} />
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

/** Where to go once it is sent; null when it could not leave, or nobody could answer. */
async function nextPage(form: HTMLFormElement): Promise<string | null> {
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
    const said: { to?: string } = answer.ok ? await answer.json() : {};
    return said.to ?? null;
  } catch {
    return null;
  }
}
