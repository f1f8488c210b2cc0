type Named = { personId: string | null; name: string | null };

/** Whose names a page of changes shows: those hit by what is planned, those left by an undoing. */
export function namedPeople(
  preview: { ok: false } | { ok: true; hits: Named[] } | null,
  undoing: { left: Named[] } | null,
): Named[] {
  const hits = preview?.ok ? preview.hits : [];
  return [...hits, ...(undoing?.left ?? [])].filter(({ name }) => name !== null);
}

/** The bookings that are hit by what is planned. */
export function idsOf(preview: { ok: false } | { ok: true; hits: { id: string }[] } | null) {
  return preview?.ok ? preview.hits.map(({ id }) => id) : [];
}
