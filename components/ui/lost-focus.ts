import { type RefObject, useEffect, useRef } from "react";

/**
 * Tells, after a drawing, that what had the focus inside the frame is gone with it, and where it was. Not
 * when the reader has gone elsewhere meanwhile: the focus is never taken from anything.
 */
export function useLostFocus<Place>(
  frame: RefObject<HTMLElement | null>,
  placeOf: (focused: Element) => Place | null,
  onLost: (place: Place) => void,
): void {
  const held = useRef<{ element: Element; place: Place | null } | null>(null);
  useEffect(() => {
    const node = frame.current;
    const onFocus = ({ target }: Pick<FocusEvent, "target">) => {
      held.current = target instanceof Element ? { element: target, place: placeOf(target) } : null;
    };
    // What had the focus before the scripts came, or was given it while this was drawn, was not heard of.
    const focused = document.activeElement;
    if (held.current === null && node?.contains(focused)) onFocus({ target: focused });
    // Some browsers say so too of what is being removed: only what stays was left by its reader.
    const onBlur = ({ target }: FocusEvent) =>
      queueMicrotask(() => {
        if (held.current?.element !== target) return;
        if (held.current.element.isConnected) held.current = null;
      });
    node?.addEventListener("focusin", onFocus);
    node?.addEventListener("focusout", onBlur);
    return () => {
      node?.removeEventListener("focusin", onFocus);
      node?.removeEventListener("focusout", onBlur);
    };
  });
  useEffect(() => {
    const lost = held.current;
    if (!lost || lost.element.isConnected) return;
    held.current = null;
    if (lost.place !== null && document.activeElement === document.body) onLost(lost.place);
  });
}
