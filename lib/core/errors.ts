/** Thrown at the edge, mapped once in lib/web: what you may not see is not found. */
export class NotFound extends Error {
  override name = "NotFound";
}

/** It was one's own until it was exchanged; whoever knows nothing of that answers as for NotFound. */
export class HandedOver extends NotFound {
  override name = "HandedOver";
}

export class Unauthenticated extends Error {
  override name = "Unauthenticated";
}

export class Forbidden extends Error {
  override name = "Forbidden";
}
