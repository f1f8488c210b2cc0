"use client";

import { MapPinned } from "lucide-react";
import { type ComponentType, type ReactNode, useState } from "react";
import type { LeafletMapProps } from "./leaflet-map";

type ExploreMapProps = Omit<LeafletMapProps, "labels" | "onLeave"> & {
  labels: LeafletMapProps["labels"] & {
    explore: string;
    hint: string;
    loading: string;
    failed: string;
  };
  /** The drawing shown until somebody asks for more. */
  children: ReactNode;
};

/** The library of the moving map travels only to those who press the button. */
export function ExploreMap({ labels, children, ...map }: ExploreMapProps) {
  const [state, setState] = useState<"drawing" | "loading" | "failed">("drawing");
  const [LeafletMap, setLeafletMap] = useState<ComponentType<LeafletMapProps> | null>(null);
  const explore = async () => {
    setState("loading");
    try {
      const loaded = await import("./leaflet-map");
      setLeafletMap(() => loaded.LeafletMap);
    } catch {
      setState("failed");
    }
  };
  if (LeafletMap) {
    const leave = () => {
      setLeafletMap(null);
      setState("drawing");
    };
    return <LeafletMap {...map} labels={labels} onLeave={leave} />;
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
