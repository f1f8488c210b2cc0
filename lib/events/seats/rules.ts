export type LineEntry = {
  id: string;
  state: "confirmed" | "waiting" | "offered" | "cancelled" | "lapsed";
  quantity: number;
  rank: bigint;
  offerUntil: Date | null;
};

/** Seats held at that instant: confirmed, and offered while the offer lasts (half-open), whatever the rows still say. */
export function seatsHeld(entries: readonly LineEntry[], at: Date): number {
  return entries
    .filter((entry) => holds(entry, at))
    .reduce((sum, { quantity }) => sum + quantity, 0);
}

function holds({ state, offerUntil }: LineEntry, at: Date): boolean {
  return state === "confirmed" || (state === "offered" && offerUntil !== null && offerUntil > at);
}

/**
 * Who of the line is offered seats next, in the order of arrival: each for whom there is room for all
 * their people; whoever needs more than there is keeps their turn and is passed over.
 */
export function nextOffered(
  capacity: number,
  entries: readonly LineEntry[],
  at: Date,
): readonly LineEntry[] {
  let free = capacity - seatsHeld(entries, at);
  const waiting = entries
    .filter(({ state }) => state === "waiting")
    .sort((a, b) => (a.rank < b.rank ? -1 : 1));
  return waiting.filter(({ quantity }) => {
    if (quantity > free) return false;
    free -= quantity;
    return true;
  });
}

/**
 * Seats somebody new may take at that instant: what is free less what the line is due first, were it
 * served now.
 */
export function seatsLeft(capacity: number, entries: readonly LineEntry[], at: Date): number {
  const due = nextOffered(capacity, entries, at).reduce((sum, { quantity }) => sum + quantity, 0);
  return Math.max(0, capacity - seatsHeld(entries, at) - due);
}
