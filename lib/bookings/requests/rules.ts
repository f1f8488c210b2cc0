import { type Interval, overlaps } from "@/lib/core/interval";
import { type Holding, stateAt } from "../states/rules";

/** Whether a request still waits for its answer at that instant; it lapses at its start. */
export function decideAnswer(
  request: Holding,
  at: Date,
): "already_answered" | "request_lapsed" | null {
  const state = stateAt(request, at);
  if (state === "requested") return null;
  return state === "lapsed" ? "request_lapsed" : "already_answered";
}

/** Other requests of the list for the same resource at the same time: only one of them can be had. */
export function rivalsOf<Request extends Interval & { id: string; resourceId: string }>(
  request: Request,
  all: Request[],
): Request[] {
  return all.filter(
    (other) =>
      other.id !== request.id &&
      other.resourceId === request.resourceId &&
      overlaps(other, request),
  );
}
