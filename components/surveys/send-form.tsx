"use client";

import { ActionForm } from "@/components/ui/action-form";
import { SubmitButton } from "@/components/ui/submit-button";
import type { FormAction } from "@/lib/core/form-state";
import { bearingNoLine, forgetOnDevice } from "./kept-on-device";
import { LineWatch } from "./line-watch";

type SendFormProps = {
  action: FormAction;
  code: string;
  isFramed: boolean;
  words: { trap: string; becomes: string; send: string; sending: string; offline: string };
};

/** The button that sends everything; with the field nobody sees, which only machines fill in. */
export function SendForm({ action, code, isFramed, words }: SendFormProps) {
  const { offline } = words;
  const sending = bearingNoLine(action, { offline, onSent: () => forgetOnDevice(code) });
  return (
    <ActionForm
      action={sending}
      hidden={{ code, framed: isFramed ? "1" : undefined }}
      className="mt-8 grid gap-4"
    >
      <div className="survey-trap" aria-hidden="true">
        <label htmlFor="website">{words.trap}</label>
        <input id="website" name="website" tabIndex={-1} autoComplete="off" />
      </div>
      <LineWatch offline={offline} />
      <p className="muted">{words.becomes}</p>
      <div>
        <SubmitButton className="btn btn-primary btn-lg" pending={words.sending}>
          {words.send}
        </SubmitButton>
      </div>
    </ActionForm>
  );
}
