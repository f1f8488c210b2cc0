"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { type FormAction, type FormState, idleForm } from "@/lib/core/form-state";
import {
  allOf,
  countKept,
  type KeptMarks,
  keepMarks,
  keptMarks,
  nothingKept,
  withoutSent,
} from "./kept-marks";

const retryMilliseconds = 15_000;
/** As much as one field of a form may hold. */
const mostAtOnce = 100;

/** What became of the last sending: in, kept for later, or refused with its sentence. */
export type Sending = { state: "saved" } | { state: "waits" } | { state: "refused"; why: string };

/** What the server has, and since when (its own clock, ISO 8601). */
type Saved = { marks: KeptMarks; at: string };

/** The event, what sends its ticks, and when what the page shows was read. */
type Sheet = { event: string; marksAction: FormAction; readAt: string };

/**
 * Ticks made on this phone: kept on it at once, sent when there is a line, shown until the page is drawn
 * from what was read (`readAt`, the server's clock) after they were in, so that no box goes back meanwhile.
 * The answer draws the page anew, with what other phones ticked: one going and coming, for a page asked by
 * itself is lost to the browser's own when the line is cut in between.
 */
export function useMarks({ event, marksAction, readAt }: Sheet) {
  const [kept, setKept] = useState<KeptMarks>(nothingKept);
  const [saved, setSaved] = useState<Saved[]>([]);
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
    const answer = await answerTo(marksAction, event, sent);
    isSending.current = false;
    setSending(sendingOf(answer));
    if (answer?.status !== "done") return;
    change(withoutSent(current.current, sent));
    setSaved((before) => [...before, { marks: sent, at: String(answer.value) }]);
    if (countKept(current.current) > 0) void send();
  }, [marksAction, event, change]);

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

  const mark = useCallback(
    (attendeeId: string, isPresent: boolean) => {
      const marks = [...current.current.marks, { attendeeId, isPresent, markedAt: nowText() }];
      change({ ...current.current, marks });
      void send();
    },
    [change, send],
  );
  const arrive = (id: string, name: string) => {
    const arrivals = [...current.current.arrivals, { id, name, markedAt: nowText() }];
    change({ ...current.current, arrivals });
    void send();
  };
  const undrawn = saved.filter(({ at }) => at > readAt).map(({ marks }) => marks);
  return { shown: allOf([...undrawn, kept]), waiting: countKept(kept), sending, mark, arrive };
}

const nowText = () => new Date().toISOString();

function someOf({ marks, arrivals }: KeptMarks): KeptMarks {
  return { marks: marks.slice(0, mostAtOnce), arrivals: arrivals.slice(0, mostAtOnce / 5) };
}

/** Null where there is no line. */
async function answerTo(
  marksAction: FormAction,
  event: string,
  sent: KeptMarks,
): Promise<FormState | null> {
  const form = new FormData();
  form.set("event", event);
  form.set("kept", JSON.stringify({ ...sent, sentAt: nowText() }));
  try {
    return await marksAction(idleForm, form);
  } catch {
    return null;
  }
}

/** What may be otherwise in a while; any other refusal will be one again, whatever the line. */
const passing = ["too_many_requests", "failed"];

function sendingOf(answer: FormState | null): Sending {
  if (answer?.status === "done") return { state: "saved" };
  if (answer?.status === "invalid") return { state: "refused", why: answer.message };
  if (answer?.status === "refused" && !passing.includes(answer.code)) {
    return { state: "refused", why: answer.message };
  }
  return { state: "waits" };
}
