"use client";

import { MapPinned } from "lucide-react";
import { type ComponentType, type ReactNode, useState } from "react";
import type { MovingDemandProps } from "./moving-demand";

type ExploreDemandProps = Omit<MovingDemandProps, "labels" | "onLeave"> & {
  labels: MovingDemandProps["labels"] & {
    explore: string;
    hint: string;
    loading: string;
    failed: string;
  };
  /** The drawing shown until somebody asks for more, and without scripts. */
  children: ReactNode;
};

/** The library of the moving map travels only to those who press the button. */
export function ExploreDemand({ labels, lines, children }: ExploreDemandProps) {
  const [state, setState] = useState<"drawing" | "loading" | "failed">("drawing");
  const [Moving, setMoving] = useState<ComponentType<MovingDemandProps> | null>(null);
  const explore = async () => {
    setState("loading");
    try {
      const loaded = await import("./moving-demand");
      setMoving(() => loaded.MovingDemand);
    } catch {
      setState("failed");
    }
  };
  if (Moving) {
    const leave = () => {
      setMoving(null);
      setState("drawing");
    };
    return <Moving lines={lines} labels={labels} onLeave={leave} />;
  }
  return (
    <>
      {children}
      <p className="explore no-print">
        <button
          type="button"
          className="btn btn-secondary"
          onClick={explore}
          aria-busy={state === "loading" || undefined}
        >
          <MapPinned size={18} strokeWidth={1.75} aria-hidden />
          {state === "loading" ? labels.loading : labels.explore}
        </button>
        <span className="small muted" role="status">
          {state === "failed" ? labels.failed : labels.hint}
        </span>
      </p>
    </>
  );
}
