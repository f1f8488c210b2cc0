"use client";

import "./leaflet.css";
import type { FeatureCollection } from "geojson";
import { type PathOptions, svg } from "leaflet";
import { useEffect, useState } from "react";
import { GeoJSON, MapContainer, TileLayer, ZoomControl } from "react-leaflet";
import { boundsOf } from "@/lib/map/rules";
import { PlaceMarkers } from "./place-markers";
import type { MapPlace, OutsidePlace } from "./valley-map";

export type MapTiles = { url: string; attribution: string };

export type LeafletMapProps = {
  places: MapPlace[];
  outside: OutsidePlace[];
  tiles: MapTiles | null;
  labels: {
    map: string;
    leave: string;
    zoomIn: string;
    zoomOut: string;
    /** « # lieux ici, agrandir » */
    cluster: string;
    /** « # lieux au même endroit » */
    sameSpot: string;
    tiles: string;
    tilesHint: string;
    attribution: string;
  };
  onLeave: () => void;
};

const styles: Record<"commune" | "river", PathOptions> = {
  commune: { className: "moving-commune", weight: 1 },
  river: { className: "moving-river", weight: 4, fill: false },
};

/** The moving map over our own basemap; tiles of an outside map only if chosen here and now. */
export function LeafletMap({ places, outside, tiles, labels, onLeave }: LeafletMapProps) {
  const [basemap, setBasemap] = useState<FeatureCollection | null>(null);
  const [showsTiles, setShowsTiles] = useState(false);
  useEffect(() => {
    const asked = new AbortController();
    fetch("/api/basemap", { signal: asked.signal })
      .then((response) => response.json())
      .then(setBasemap)
      .catch(() => undefined);
    return () => asked.abort();
  }, []);
  return (
    <section className="moving-map" aria-label={labels.map}>
      <p className="explore">
        <button type="button" className="btn btn-secondary" onClick={onLeave}>
          {labels.leave}
        </button>
        {tiles && !showsTiles ? (
          <button type="button" className="btn btn-quiet" onClick={() => setShowsTiles(true)}>
            {labels.tiles} ({labels.tilesHint})
          </button>
        ) : null}
      </p>
      <MapContainer
        bounds={boundsOf(places)}
        minZoom={9}
        maxZoom={17}
        scrollWheelZoom={false}
        zoomControl={false}
        attributionControl={false}
        // Nothing moves unless asked, and a map that is left has no animation to finish.
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
        {tiles && showsTiles ? <TileLayer url={tiles.url} /> : null}
        {basemap ? (
          <GeoJSON
            data={basemap}
            interactive={false}
            style={(feature) =>
              feature?.geometry.type === "LineString" ? styles.river : styles.commune
            }
          />
        ) : null}
        <PlaceMarkers places={places} outside={outside} labels={labels} />
      </MapContainer>
      <p className="micro muted">
        {tiles && showsTiles ? `${tiles.attribution} · ` : null}
        {labels.attribution}
      </p>
    </section>
  );
}
