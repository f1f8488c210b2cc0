type Known = { version: number; isKept: boolean };

/**
 * Where an edit of a version goes: into itself while nobody can have answered it, else into a new version
 * after the last; null, with the draft that is there, when one is being written already.
 */
export function placeOfEdit(
  version: number,
  all: readonly Known[],
): { into: number; isNew: boolean } | { draft: number } {
  const own = all.find((each) => each.version === version);
  if (own && !own.isKept) return { into: version, isNew: false };
  const draft = all.find((each) => each.version > version && !each.isKept);
  if (draft) return { draft: draft.version };
  return { into: Math.max(version, ...all.map((each) => each.version)) + 1, isNew: true };
}
