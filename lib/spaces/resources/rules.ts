type Whole = { id: string; parts: { partId: string }[] };

/**
 * Resources that hold a place in common with that one, itself left out: two rooms share a place when
 * one contains the other or both contain a third (the same reading as the trigger `join_places`).
 */
export function sharingPlaces(resources: Whole[], id: string): string[] {
  const partsOf = new Map(resources.map((whole) => [whole.id, whole.parts]));
  const placesOf = (whole: string, seen = new Set<string>()): Set<string> => {
    if (seen.has(whole)) return seen;
    seen.add(whole);
    for (const { partId } of partsOf.get(whole) ?? []) placesOf(partId, seen);
    return seen;
  };
  const own = placesOf(id);
  return resources
    .filter((other) => other.id !== id && [...placesOf(other.id)].some((place) => own.has(place)))
    .map((other) => other.id);
}
