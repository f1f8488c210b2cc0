"use client";

import { type ReactNode, useEffect, useRef } from "react";
import { cellAfter, cellAt, type GridCell } from "./grid-positions";
import { useLostFocus } from "./lost-focus";

type Placed = GridCell & { stops: HTMLElement[] };

type GridKeysProps = {
  children: ReactNode;
  className?: string;
  /** Addresses of the days before and after those shown, for PageUp and PageDown. */
  previous?: string | undefined;
  next?: string | undefined;
  /** Sees a key before the grid does; true when it was for it. */
  onKey?: ((event: KeyboardEvent, stop: HTMLElement) => boolean) | undefined;
};

/**
 * Makes a plain table of links an ARIA grid once scripts run: one stop for Tab, arrows, Home, End and
 * Page keys inside. Without scripts it stays a table of links, each reached by Tab. A cell drawn anew
 * under the focus keeps it.
 */
export function GridKeys({ children, className, previous, next, onKey }: GridKeysProps) {
  const frame = useRef<HTMLDivElement>(null);
  // After each drawing: what the server drew anew has lost its tabindex.
  useEffect(() => {
    const table = frame.current?.querySelector("table");
    if (!table) return;
    rove(table);
    return listen(table, { previous, next, onKey });
  });
  // A page of keys leads to another page: the reader is where they were in it.
  useEffect(() => {
    const place = takePlace();
    if (place) focusAt(frame.current?.querySelector("table"), place);
  }, []);
  useLostFocus(
    frame,
    (focused) => placeOf(frame.current?.querySelector("table"), focused),
    (place) => focusAt(frame.current?.querySelector("table"), place),
  );
  return (
    <div ref={frame} className={className}>
      {children}
    </div>
  );
}

type Keys = Pick<GridKeysProps, "previous" | "next" | "onKey">;

function listen(table: HTMLTableElement, { previous, next, onKey }: Keys): () => void {
  const onKeyDown = (event: KeyboardEvent) => {
    const stop = stopOf(event.target);
    if (!stop || onKey?.(event, stop) || hasModifier(event)) return;
    const page = { PageUp: previous, PageDown: next }[event.key];
    const to = stopAfter(placedIn(table), stop, event.key, event.ctrlKey);
    if (page || to) event.preventDefault();
    if (page) leaveFor(page, placeOf(table, stop));
    else if (to) focusOn(table, to);
  };
  const onFocus = (event: FocusEvent) => makeStop(table, stopOf(event.target));
  table.addEventListener("keydown", onKeyDown);
  table.addEventListener("focusin", onFocus);
  return () => {
    table.removeEventListener("keydown", onKeyDown);
    table.removeEventListener("focusin", onFocus);
  };
}

/** Where the reader was, for the next page of this tab and no longer. */
const placeKey = "grid-place";

function leaveFor(address: string, place: GridCell | null): void {
  if (place) sessionStorage.setItem(placeKey, `${place.row} ${place.column}`);
  window.location.assign(address);
}

function takePlace(): GridCell | null {
  const [row, column] = (sessionStorage.getItem(placeKey) ?? "").split(" ").map(Number);
  sessionStorage.removeItem(placeKey);
  return row !== undefined && column !== undefined ? { row, column, span: 1 } : null;
}

type Table = HTMLTableElement | null | undefined;

function placeOf(table: Table, focused: Element): GridCell | null {
  const stop = stopOf(focused);
  const cell =
    table && stop ? placedIn(table).find(({ stops }) => stops.includes(stop)) : undefined;
  return cell ? { row: cell.row, column: cell.column, span: cell.span } : null;
}

function focusAt(table: Table, place: GridCell): void {
  const stop = table ? cellAt(placedIn(table), place)?.stops[0] : undefined;
  if (table && stop) focusOn(table, stop, { preventScroll: true });
}

/** Control alone belongs to the grid: with Home and End it means the whole of it. */
function hasModifier({ altKey, metaKey, shiftKey }: KeyboardEvent): boolean {
  return altKey || metaKey || shiftKey;
}

/** The part of a cell that takes the focus, around what was pressed. */
export function stopOf(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>("[data-stop]") : null;
}

function rove(table: HTMLTableElement): void {
  table.setAttribute("role", "grid");
  const stops = [...table.querySelectorAll<HTMLElement>("[data-stop]")];
  const kept = stops.find((stop) => stop.tabIndex === 0 && stop.hasAttribute("tabindex"));
  makeStop(table, kept ?? stops[0] ?? null);
}

function makeStop(table: HTMLElement, stop: HTMLElement | null): void {
  // The focus on a heading of the table leaves the stop where it was.
  if (!stop) return;
  for (const other of table.querySelectorAll<HTMLElement>("[data-stop]")) {
    other.tabIndex = other === stop ? 0 : -1;
  }
}

/** Gives the grid's one Tab stop and the focus to that element. */
export function focusOn(table: HTMLElement, stop: HTMLElement, options?: FocusOptions): void {
  makeStop(table, stop);
  stop.focus(options);
}

/** Several stops in one cell are gone through downwards before the next row. */
function stopAfter(
  cells: Placed[],
  stop: HTMLElement,
  key: string,
  isWholeGrid: boolean,
): HTMLElement | null {
  const from = cells.find((cell) => cell.stops.includes(stop));
  if (!from) return null;
  const step = { ArrowDown: 1, ArrowUp: -1 }[key];
  const within = step ? from.stops[from.stops.indexOf(stop) + step] : undefined;
  if (within) return within;
  const to = cellAfter(cells, from, key, isWholeGrid);
  return (key === "ArrowUp" ? to?.stops.at(-1) : to?.stops[0]) ?? null;
}

/** The cells there is something to stop at in, in order. */
function placedIn(table: HTMLTableElement): Placed[] {
  return [...table.tBodies].flatMap((body) =>
    [...body.rows].flatMap((line, row) => {
      let column = 0;
      const cells = [...line.cells]
        .filter((cell) => cell.tagName === "TD")
        .map((cell) => {
          const placed = {
            row,
            column,
            span: cell.colSpan,
            stops: [...cell.querySelectorAll<HTMLElement>("[data-stop]")],
          };
          column += cell.colSpan;
          return placed;
        });
      return cells.filter(({ stops }) => stops.length > 0);
    }),
  );
}
