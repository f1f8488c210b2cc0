"use client";

import { useEffect, useRef, useSyncExternalStore } from "react";
import { useFormState } from "@/components/ui/action-form";
import { Message } from "@/components/ui/message";

const retryMilliseconds = 15_000;

type LineWatchProps = {
  offline: string;
  /** Whether the form around it could not leave; else as its own action said. */
  isWaiting?: boolean;
};

/** Says when the line is cut, and sends the form again by itself when it is back. */
export function LineWatch({ offline, isWaiting: given }: LineWatchProps) {
  const state = useFormState();
  const isOnline = useSyncExternalStore(
    onLineChange,
    () => navigator.onLine,
    () => true,
  );
  const mark = useRef<HTMLSpanElement>(null);
  const isWaiting = given ?? (state.status === "refused" && state.code === "offline");
  const isGoingBack = state.status === "refused" && state.values["vers"] !== undefined;
  useEffect(() => {
    if (!isWaiting) return;
    const again = () => {
      const form = mark.current?.closest("form");
      const pressed = isGoingBack ? form?.querySelector<HTMLElement>('button[name="vers"]') : null;
      if (navigator.onLine) form?.requestSubmit(pressed ?? null);
    };
    window.addEventListener("online", again);
    const timer = setInterval(again, retryMilliseconds);
    return () => {
      window.removeEventListener("online", again);
      clearInterval(timer);
    };
  }, [isWaiting, isGoingBack]);
  return (
    <>
      <span ref={mark} hidden />
      {isOnline || isWaiting ? null : (
        <Message tone="warn" role="status">
          {offline}
        </Message>
      )}
    </>
  );
}

function onLineChange(onChange: () => void): () => void {
  window.addEventListener("online", onChange);
  window.addEventListener("offline", onChange);
  return () => {
    window.removeEventListener("online", onChange);
    window.removeEventListener("offline", onChange);
  };
}
