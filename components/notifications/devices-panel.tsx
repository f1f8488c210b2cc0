"use client";

import { useEffect, useRef, useState } from "react";
import { ActionForm } from "@/components/ui/action-form";
import { SubmitButton } from "@/components/ui/submit-button";
import type { FormAction } from "@/lib/core/form-state";

type DevicesPanelProps = {
  /** Public key of the installation, in base64url. */
  serverKey: string;
  count: number;
  enable: FormAction;
  disable: FormAction;
  words: Record<"enable" | "enabling" | "disable" | "disabling" | "unsupported" | "denied", string>;
};

/** The one place where the browser is asked whether it may be pushed to, and only when its owner asks. */
export function DevicesPanel({ serverKey, count, enable, disable, words }: DevicesPanelProps) {
  const fields = useRef<HTMLDivElement>(null);
  const [problem, setProblem] = useState<"unsupported" | "denied" | null>(null);
  const [isReady, setIsReady] = useState(false);
  useEffect(() => {
    setIsReady(true);
    if (!("serviceWorker" in navigator && "PushManager" in window)) setProblem("unsupported");
  }, []);

  async function ask() {
    setProblem(null);
    const given = await subscriptionOf(serverKey).catch(() => null);
    if (!given) return setProblem("denied");
    for (const [name, value] of Object.entries(given)) {
      const field = fields.current?.querySelector<HTMLInputElement>(`[name="${name}"]`);
      if (field) field.value = value;
    }
    fields.current?.closest("form")?.requestSubmit();
  }

  return (
    <div className="flex flex-wrap items-start gap-4">
      <ActionForm action={enable}>
        <div ref={fields}>
          <input type="hidden" name="endpoint" />
          <input type="hidden" name="p256dh" />
          <input type="hidden" name="auth" />
        </div>
        <button
          type="button"
          className="btn btn-secondary"
          disabled={!isReady || problem === "unsupported"}
          onClick={() => void ask()}
        >
          {words.enable}
        </button>
        <p role="status" className="small mt-2">
          {problem ? words[problem] : ""}
        </p>
        <noscript>
          <p className="small mt-2">{words.unsupported}</p>
        </noscript>
      </ActionForm>
      {count > 0 ? (
        <ActionForm action={disable}>
          <SubmitButton className="btn btn-quiet" pending={words.disabling}>
            {words.disable}
          </SubmitButton>
        </ActionForm>
      ) : null}
    </div>
  );
}

/** What the browser gives once its owner agreed; null when it lacks something. */
async function subscriptionOf(serverKey: string) {
  const registration = await navigator.serviceWorker.register("/service-worker.js");
  await navigator.serviceWorker.ready;
  const subscription = await registration.pushManager.subscribe({
    userVisibleOnly: true,
    applicationServerKey: serverKey,
  });
  const { endpoint, keys } = subscription.toJSON();
  const { p256dh, auth } = keys ?? {};
  return endpoint && p256dh && auth ? { endpoint, p256dh, auth } : null;
}
