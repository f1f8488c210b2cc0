"use client";

import { type ReactNode, useEffect, useRef, useState } from "react";
import type { FormState } from "@/lib/core/form-state";
import { useLostFocus } from "./lost-focus";
import { OutcomeContext } from "./outcome";

type WorkListProps = {
  /** Id of the heading of the section. */
  labelledBy: string;
  /** Items, each a list item that goes once it is dealt with. */
  children: ReactNode;
};

type Told = { state: FormState; form: Element };
/** Counted, so that the same words twice are said twice. */
type Said = { state: FormState; turn: number };

/**
 * A list whose items go when they are answered: what was done is said, and the focus goes to the item
 * that took the place, else to the heading. To the item and not its button: a key pressed twice answers
 * one only.
 */
export function WorkList({ labelledBy, children }: WorkListProps) {
  const list = useRef<HTMLUListElement>(null);
  const told = useRef<Told | null>(null);
  const [said, setSaid] = useState<Said | null>(null);
  useLostFocus(list, indexOfItem, (index) => {
    const next = list.current?.children[index] ?? document.getElementById(labelledBy);
    if (!(next instanceof HTMLElement)) return;
    next.tabIndex = -1;
    next.focus();
  });
  const sayOfWhatIsGone = () => {
    if (!told.current || told.current.form.isConnected) return;
    const { state } = told.current;
    told.current = null;
    setSaid((before) => ({ state, turn: (before?.turn ?? 0) + 1 }));
  };
  useEffect(sayOfWhatIsGone);
  const hear = (state: FormState, form: Element) => {
    told.current = { state, form };
    sayOfWhatIsGone();
  };
  return (
    <OutcomeContext value={hear}>
      <div role="status">{said ? <Outcome key={said.turn} state={said.state} /> : null}</div>
      <ul ref={list}>{children}</ul>
    </OutcomeContext>
  );
}

/** Which item of the list that is in. */
function indexOfItem(focused: Element): number | null {
  const item = focused.closest("li");
  return item?.parentElement ? [...item.parentElement.children].indexOf(item) : null;
}

function Outcome({ state }: { state: FormState }) {
  if (state.status === "idle" || !state.message) return null;
  const tone = state.status === "done" ? "message-ok" : "message-danger";
  return <p className={`message ${tone}`}>{state.message}</p>;
}
