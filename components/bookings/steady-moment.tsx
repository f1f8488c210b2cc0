"use client";

import { type ReactNode, useRef, useState } from "react";
import { useLostFocus } from "@/components/ui/lost-focus";

type SteadyMomentProps = {
  /** Names the day and the part of it, for the page and for the reader. */
  moment: string;
  label: string;
  children: ReactNode;
  /** Said in place of another moment. */
  gone: ReactNode;
};

/**
 * The choice of a place at one moment. Drawn anew while one hesitates it is never that of another moment,
 * whose button would then be under the finger; what had the focus and is gone leaves it to the whole.
 */
export function SteadyMoment({ moment, label, children, gone }: SteadyMomentProps) {
  const frame = useRef<HTMLFieldSetElement>(null);
  const [atFirst] = useState(moment);
  useLostFocus(
    frame,
    () => true,
    () => frame.current?.focus({ preventScroll: true }),
  );
  return (
    <fieldset ref={frame} tabIndex={-1} aria-label={label} className="grid gap-8 outline-none">
      {atFirst === moment ? children : gone}
    </fieldset>
  );
}
