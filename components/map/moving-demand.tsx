"use client";

import "./leaflet.css";
import type { FeatureCollection } from "geojson";
import { svg } from "leaflet";
import { useEffect, useState } from "react";
import { GeoJSON, MapContainer, ZoomControl } from "react-leaflet";
import { boundsOf } from "@/lib/map/rules";
import type { DemandLine } from "./demand-map";

export type MovingDemandProps = {
  lines: (DemandLine & { label: string })[];
  labels: { map: string; leave: string; zoomIn: string; zoomOut: string; attribution: string };
  onLeave: () => void;
};

/** The same demand on our own basemap, to be moved and enlarged; each commune says its figure. */
export function MovingDemand({ lines, labels, onLeave }: MovingDemandProps) {
  const [basemap, setBasemap] = useState<FeatureCollection | null>(null);
  useEffect(() => {
    const asked = new AbortController();
    fetch("/api/basemap", { signal: asked.signal })
      .then((response) => response.json())
      .then(setBasemap)
      .catch(() => undefined);
    return () => asked.abort();
  }, []);
  const lineOf = new Map(lines.flatMap((line) => line.communes.map((each) => [each, line])));
  return (
    <section className="moving-map" aria-label={labels.map}>
      <p className="explore">
        <button type="button" className="btn btn-secondary" onClick={onLeave}>
          {labels.leave}
        </button>
      </p>
      <MapContainer
        bounds={boundsOf([])}
        minZoom={9}
        maxZoom={15}
        scrollWheelZoom={false}
        zoomControl={false}
        attributionControl={false}
        zoomAnimation={false}
        fadeAnimation={false}
        markerZoomAnimation={false}
        renderer={svg({ padding: 0.5 })}
      >
        <ZoomControl
          position="topright"
          zoomInTitle={labels.zoomIn}
          zoomOutTitle={labels.zoomOut}
        />
        {basemap ? (
          <GeoJSON
            data={basemap}
            style={(feature) =>
              feature?.geometry.type === "LineString"
                ? { className: "moving-river", weight: 4, fill: false }
                : {
                    className: `wished-${lineOf.get(feature?.properties.insee)?.level ?? 0}`,
                    weight: 1,
                  }
            }
            onEachFeature={(feature, layer) => {
              const line = lineOf.get(feature.properties.insee);
              if (line) layer.bindTooltip(line.label, { sticky: true });
            }}
          />
        ) : null}
      </MapContainer>
      <p className="micro muted">{labels.attribution}</p>
    </section>
  );
}
