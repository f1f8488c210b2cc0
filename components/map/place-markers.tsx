"use client";

import { DivIcon } from "leaflet";
import { useMemo, useState } from "react";
import { Marker, Popup, useMap, useMapEvents } from "react-leaflet";
import Supercluster from "supercluster";
import type { MapPlace, OutsidePlace } from "./valley-map";

type AnyPlace = {
  key: string;
  href: string;
  label: string;
  free: number | null;
  isOutside: boolean;
};
type Spot = {
  id: string;
  latitude: number;
  longitude: number;
  places: AnyPlace[];
  expandsTo: number;
};
type PlaceMarkersProps = {
  places: MapPlace[];
  outside: OutsidePlace[];
  labels: { cluster: string; sameSpot: string };
};

const furthestZoom = 16;

/** Every place as a link, several together as a button; those at one same spot open as a list of links. */
export function PlaceMarkers({ places, outside, labels }: PlaceMarkersProps) {
  const map = useMap();
  const index = useMemo(() => indexOf(places, outside), [places, outside]);
  const [spots, setSpots] = useState(() => spotsIn(index, map));
  const [opened, setOpened] = useState<Spot | null>(null);
  useMapEvents({ moveend: () => setSpots(spotsIn(index, map)) });
  const press = (spot: Spot) => {
    if (spot.expandsTo > furthestZoom) setOpened(spot);
    else map.setView([spot.latitude, spot.longitude], spot.expandsTo);
  };
  return (
    <>
      {spots.map((spot) => (
        <Marker
          key={spot.id}
          position={[spot.latitude, spot.longitude]}
          icon={iconOf(spot, labels.cluster, () => press(spot))}
          interactive={false}
          keyboard={false}
        />
      ))}
      {opened ? (
        <Popup
          position={[opened.latitude, opened.longitude]}
          eventHandlers={{ remove: () => setOpened(null) }}
        >
          <p className="font-bold">{labels.sameSpot.replace("#", String(opened.places.length))}</p>
          <ul>
            {opened.places.map((place) => (
              <li key={place.key}>
                <a href={place.href}>{place.label}</a>
              </li>
            ))}
          </ul>
        </Popup>
      ) : null}
    </>
  );
}

function indexOf(places: MapPlace[], outside: OutsidePlace[]): Supercluster<AnyPlace> {
  const all = [
    ...places.map((place) => ({ ...place, isOutside: false })),
    ...outside.map((place) => ({ ...place, free: null, isOutside: true })),
  ];
  return new Supercluster<AnyPlace>({ radius: 40, maxZoom: furthestZoom }).load(
    all.map(({ latitude, longitude, key, href, label, free, isOutside }) => ({
      type: "Feature",
      geometry: { type: "Point", coordinates: [longitude, latitude] },
      properties: { key, href, label, free, isOutside },
    })),
  );
}

function spotsIn(index: Supercluster<AnyPlace>, map: ReturnType<typeof useMap>): Spot[] {
  const bounds = map.getBounds();
  const box: [number, number, number, number] = [
    bounds.getWest(),
    bounds.getSouth(),
    bounds.getEast(),
    bounds.getNorth(),
  ];
  return index.getClusters(box, Math.round(map.getZoom())).map((feature) => {
    const [longitude = 0, latitude = 0] = feature.geometry.coordinates;
    const { properties } = feature;
    if (!("cluster" in properties)) {
      return { id: properties.key, latitude, longitude, places: [properties], expandsTo: 0 };
    }
    const leaves = index.getLeaves(properties.cluster_id, Number.POSITIVE_INFINITY);
    return {
      id: `cluster ${properties.cluster_id}`,
      latitude,
      longitude,
      places: leaves.map((leaf) => leaf.properties),
      expandsTo: index.getClusterExpansionZoom(properties.cluster_id),
    };
  });
}

/** A real link or button inside: focus, names and the browser's own gestures come with it. */
function iconOf(spot: Spot, cluster: string, press: () => void): DivIcon {
  const [place] = spot.places;
  const isAlone = spot.places.length === 1 && place !== undefined;
  return new DivIcon({
    className: "moving-marker",
    iconSize: [44, 44],
    html: isAlone ? linkTo(place) : buttonFor(spot, cluster, press),
  });
}

function linkTo(place: AnyPlace): HTMLElement {
  const link = document.createElement("a");
  link.href = place.href;
  link.className = place.isOutside ? "disc-outside" : "disc";
  if (place.free === null) link.classList.add("disc-closed");
  link.setAttribute("aria-label", place.label);
  link.title = place.label;
  link.textContent = place.isOutside ? "" : String(place.free ?? "–");
  return link;
}

function buttonFor(spot: Spot, cluster: string, press: () => void): HTMLElement {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "disc disc-cluster";
  button.setAttribute("aria-label", cluster.replace("#", String(spot.places.length)));
  button.textContent = String(spot.places.length);
  button.addEventListener("click", press);
  return button;
}
