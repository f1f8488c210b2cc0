"use client";

import { TriangleAlert } from "lucide-react";
import {
  type ReactNode,
  startTransition,
  useActionState,
  useEffect,
  useRef,
  useState,
} from "react";
import { focusOn, GridKeys, stopOf } from "@/components/ui/grid-keys";
import { type FormAction, idleForm } from "@/lib/core/form-state";

type Moving = { bookingId: string; name: string };

type MoveWords = {
  /** « Déplacer {name} ». */
  move: string;
  help: string;
  /** What to do once a booking is taken. */
  moving: string;
  given: string;
  pending: string;
  region: string;
  undo: string;
};

type WeekMovesProps = {
  children: ReactNode;
  previous: string;
  next: string;
  words: MoveWords;
  action: FormAction;
};

const letterOfMove = /^[mMdD]$/;

/**
 * Lets a booking be carried to another cell: dragged, or taken with a key or the button, led by the
 * arrows and put down with Enter; Escape gives it up. Both send the same form.
 */
export function WeekMoves({ children, previous, next, words, action }: WeekMovesProps) {
  const frame = useRef<HTMLDivElement>(null);
  const moved = useRef<string | null>(null);
  const [chosen, setChosen] = useState<Moving | null>(null);
  const [moving, setMoving] = useState<Moving | null>(null);
  const [said, setSaid] = useState("");
  const [state, send, isPending] = useActionState(action, idleForm);

  const take = (booking: Moving | null) => {
    setMoving(booking);
    setSaid(booking ? words.moving.replace("{name}", booking.name) : words.given);
  };
  const putDown = (cell: HTMLElement | null, booking: Moving | null) => {
    if (!cell || !booking) return;
    const form = new FormData();
    form.set("bookingId", booking.bookingId);
    form.set("resourceId", cell.dataset["resource"] ?? "");
    form.set("day", cell.dataset["day"] ?? "");
    form.set("part", cell.dataset["part"] ?? "");
    carry(form);
  };
  const carry = (form: FormData) => {
    moved.current = String(form.get("bookingId"));
    setMoving(null);
    setSaid("");
    startTransition(() => send(form));
  };
  const back = formBack(state);

  useEffect(() => {
    const table = frame.current?.querySelector("table");
    if (!table || state.status === "idle" || !moved.current) return;
    const stop = table.querySelector<HTMLElement>(`[data-booking="${moved.current}"]`);
    moved.current = null;
    if (stop) focusOn(table, stop);
  }, [state]);
  useDragging(frame, putDown);
  useChoice(frame, setChosen);

  const onKey = (event: KeyboardEvent, stop: HTMLElement) => {
    if (moving && event.key === "Escape") take(null);
    else if (moving && event.key === "Enter") putDown(stop.closest("td"), moving);
    else if (!moving && letterOfMove.test(event.key) && bookingOf(stop)) take(bookingOf(stop));
    else return false;
    event.preventDefault();
    return true;
  };
  const takeChosen = () => {
    const table = frame.current?.querySelector("table");
    const stop = table?.querySelector<HTMLElement>(`[data-booking="${chosen?.bookingId}"]`);
    if (!table || !stop) return;
    take(chosen);
    focusOn(table, stop);
  };

  return (
    <div ref={frame} className={moving ? "week-moves week-moving" : "week-moves"}>
      <div className="week-bar no-print">
        <p className="small muted">{words.help}</p>
        {chosen && !moving ? (
          <button type="button" className="btn btn-secondary" onClick={takeChosen}>
            {words.move.replace("{name}", chosen.name)}
          </button>
        ) : null}
      </div>
      <div aria-live="assertive" className="no-print">
        {isPending ? <p className="message message-info">{words.pending}</p> : null}
        {said && !isPending ? <p className="message message-info">{said}</p> : null}
        {said || isPending ? null : <Outcome state={state} />}
        {back && !isPending && !said ? (
          <button type="button" className="btn btn-secondary mt-2" onClick={() => carry(back)}>
            {words.undo}
          </button>
        ) : null}
      </div>
      <section className="week-scroll" aria-label={words.region}>
        <GridKeys previous={previous} next={next} onKey={onKey}>
          {children}
        </GridKeys>
      </section>
    </div>
  );
}

function Outcome({ state }: { state: Awaited<ReturnType<FormAction>> }) {
  if (state.status === "idle" || !state.message) return null;
  if (state.status === "done") return <p className="message message-ok">{state.message}</p>;
  return (
    <div className="message message-danger">
      <TriangleAlert size={20} strokeWidth={1.75} aria-hidden />
      <p>{state.message}</p>
    </div>
  );
}

/** The form that undoes the move just made; null when nothing can. */
function formBack(state: Awaited<ReturnType<FormAction>>): FormData | null {
  if (state.status !== "done" || typeof state.value !== "object" || !state.value) return null;
  const { back } = { back: null, ...state.value };
  if (typeof back !== "object" || !back) return null;
  const form = new FormData();
  for (const [name, value] of Object.entries(back)) form.set(name, String(value));
  return form;
}

function bookingOf(stop: HTMLElement): Moving | null {
  const { booking, name } = stop.dataset;
  return booking ? { bookingId: booking, name: name ?? "" } : null;
}

type Frame = { current: HTMLDivElement | null };

/** The booking that last had the focus is the one the button takes. */
function useChoice(frame: Frame, choose: (booking: Moving | null) => void): void {
  useEffect(() => {
    const node = frame.current;
    const onFocus = (event: FocusEvent) => {
      const stop = stopOf(event.target);
      if (stop) choose(bookingOf(stop));
    };
    node?.addEventListener("focusin", onFocus);
    return () => node?.removeEventListener("focusin", onFocus);
  }, [frame, choose]);
}

/** HTML drag and drop, by delegation: hundreds of cells, five listeners. */
function useDragging(
  frame: Frame,
  putDown: (cell: HTMLElement | null, booking: Moving | null) => void,
): void {
  useEffect(() => {
    const node = frame.current;
    if (!node) return;
    let dragged: Moving | null = null;
    const over = (cell: HTMLElement | null) => {
      for (const other of node.querySelectorAll("[data-over]")) other.removeAttribute("data-over");
      cell?.setAttribute("data-over", "");
    };
    const cellOf = (event: Event) =>
      event.target instanceof Element ? event.target.closest<HTMLElement>("td[data-day]") : null;
    const listeners = {
      dragstart: (event: Event) => {
        const stop = stopOf(event.target);
        dragged = stop && bookingOf(stop);
      },
      dragover: (event: Event) => {
        if (!dragged || !cellOf(event)) return;
        event.preventDefault();
        over(cellOf(event));
      },
      drop: (event: Event) => {
        if (!dragged) return;
        event.preventDefault();
        putDown(cellOf(event), dragged);
      },
      dragend: () => {
        dragged = null;
        over(null);
      },
    };
    for (const [name, listener] of Object.entries(listeners)) node.addEventListener(name, listener);
    return () => {
      for (const [name, listener] of Object.entries(listeners)) {
        node.removeEventListener(name, listener);
      }
    };
  });
}
