"use client";

import { LocateFixed } from "lucide-react";
import { useState } from "react";
import { distanceKm } from "@/lib/core/distance";

type Commune = { insee: string; latitude: number; longitude: number };
type NearMeProps = { communes: Commune[]; field: string; label: string; failed: string };

/** On a click only, and computed here: the position never leaves the device, only the nearest commune's code does. */
export function NearMe({ communes, field, label, failed }: NearMeProps) {
  const [hasFailed, setHasFailed] = useState(false);
  const choose = () => {
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        const [nearest] = [...communes].sort(
          (a, b) => distanceKm(coords, a) - distanceKm(coords, b),
        );
        const select = document.getElementById(field);
        if (nearest && select instanceof HTMLSelectElement) {
          select.value = nearest.insee;
          select.form?.requestSubmit();
        }
      },
      () => setHasFailed(true),
      { maximumAge: 600_000, timeout: 10_000 },
    );
  };
  return (
    <>
      <button type="button" className="btn btn-quiet small" onClick={choose}>
        <LocateFixed size={18} strokeWidth={1.75} aria-hidden />
        {label}
      </button>
      <span role="status" className="small">
        {hasFailed ? failed : ""}
      </span>
    </>
  );
}
