"use client";

import { useRouter } from "next/navigation";
import { useCallback, useEffect, useRef, useState } from "react";
import {
  countKept,
  type KeptMarks,
  keepMarks,
  keptMarks,
  nothingKept,
  withoutSent,
} from "./kept-marks";

const retryMilliseconds = 15_000;
/** As much as one request may hold. */
const mostAtOnce = 1_000;

/** What became of the last sending: in, kept for later, or refused with its sentence. */
export type Sending = { state: "saved" } | { state: "waits" } | { state: "refused"; why: string };

/**
 * Ticks made on this phone: kept on it at once, sent when there is a line, shown until the server says
 * the same. The page is drawn anew after each sending, and shows what other phones ticked.
 */
export function useMarks(event: string, address: string, words: RefusalWords) {
  const router = useRouter();
  const [kept, setKept] = useState<KeptMarks>(nothingKept);
  const [sending, setSending] = useState<Sending>({ state: "saved" });
  const current = useRef(nothingKept);
  const isSending = useRef(false);

  const change = useCallback(
    (to: KeptMarks) => {
      current.current = to;
      setKept(to);
      keepMarks(event, to);
    },
    [event],
  );

  const send = useCallback(async () => {
    const sent = someOf(current.current);
    if (isSending.current || countKept(sent) === 0) return;
    isSending.current = true;
    const outcome = await post(address, sent, words);
    isSending.current = false;
    setSending(outcome);
    if (outcome.state !== "saved") return;
    change(withoutSent(current.current, sent));
    router.refresh();
    if (countKept(current.current) > 0) void send();
  }, [address, change, router, words]);

  useEffect(() => {
    // What a page closed since kept; never over what this one holds, where a device keeps nothing.
    if (countKept(current.current) === 0) change(keptMarks(event));
    const sendNow = () => void send();
    sendNow();
    window.addEventListener("online", sendNow);
    const timer = setInterval(sendNow, retryMilliseconds);
    return () => {
      window.removeEventListener("online", sendNow);
      clearInterval(timer);
    };
  }, [event, change, send]);

  const mark = (attendeeId: string, isPresent: boolean) => {
    const marks = [...current.current.marks, { attendeeId, isPresent, markedAt: nowText() }];
    change({ ...current.current, marks });
    void send();
  };
  const arrive = (id: string, name: string) => {
    const arrivals = [...current.current.arrivals, { id, name, markedAt: nowText() }];
    change({ ...current.current, arrivals });
    void send();
  };
  return { kept, sending, mark, arrive };
}

const nowText = () => new Date().toISOString();

type RefusalWords = { signedOut: string; unreadable: string };

function someOf({ marks, arrivals }: KeptMarks): KeptMarks {
  return { marks: marks.slice(0, mostAtOnce), arrivals: arrivals.slice(0, mostAtOnce / 10) };
}

/** A 4xx will be one again, whatever the line. */
const isRefusal = (status: number) => status >= 400 && status < 500 && status !== 429;

async function post(address: string, sent: KeptMarks, words: RefusalWords): Promise<Sending> {
  try {
    // A form, as everything our pages send.
    const body = new URLSearchParams({ kept: JSON.stringify(sent) });
    const answer = await fetch(address, { method: "POST", body });
    if (answer.ok) return { state: "saved" };
    if (answer.status === 401) return { state: "refused", why: words.signedOut };
    const said: { message?: string } = answer.status === 422 ? await answer.json() : {};
    if (said.message) return { state: "refused", why: said.message };
    return isRefusal(answer.status)
      ? { state: "refused", why: words.unreadable }
      : { state: "waits" };
  } catch {
    return { state: "waits" };
  }
}
