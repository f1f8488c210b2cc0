/** What a phone keeps until it is sent: ticks and unticks, and people at the door; instants in ISO 8601. */
export type KeptMarks = {
  marks: { attendeeId: string; isPresent: boolean; markedAt: string }[];
  arrivals: { id: string; name: string; markedAt: string }[];
};

export const nothingKept: KeptMarks = { marks: [], arrivals: [] };

const nameOf = (event: string) => `presences-${event}`;

/** What was marked here and not sent yet, even by a page closed since. */
export function keptMarks(event: string): KeptMarks {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(nameOf(event)) ?? "null");
    return isKept(kept) ? kept : nothingKept;
  } catch {
    return nothingKept;
  }
}

function isKept(value: unknown): value is KeptMarks {
  return (
    typeof value === "object" &&
    value !== null &&
    "marks" in value &&
    Array.isArray(value.marks) &&
    "arrivals" in value &&
    Array.isArray(value.arrivals)
  );
}

export function keepMarks(event: string, kept: KeptMarks): void {
  try {
    if (countKept(kept) === 0) localStorage.removeItem(nameOf(event));
    else localStorage.setItem(nameOf(event), JSON.stringify(kept));
  } catch {
    // A phone that keeps nothing, or is full: the marks are on the screen only.
  }
}

export function countKept({ marks, arrivals }: KeptMarks): number {
  return marks.length + arrivals.length;
}

/** Without what was sent: what was marked meanwhile stays. */
export function withoutSent(kept: KeptMarks, sent: KeptMarks): KeptMarks {
  const isSent = <One>(list: One[], one: One) =>
    list.some((other) => JSON.stringify(other) === JSON.stringify(one));
  return {
    marks: kept.marks.filter((mark) => !isSent(sent.marks, mark)),
    arrivals: kept.arrivals.filter((arrival) => !isSent(sent.arrivals, arrival)),
  };
}

/** All of them, the later last. */
export function allOf(lists: KeptMarks[]): KeptMarks {
  return {
    marks: lists.flatMap(({ marks }) => marks),
    arrivals: lists.flatMap(({ arrivals }) => arrivals),
  };
}
