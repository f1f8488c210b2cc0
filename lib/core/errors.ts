/** Thrown at the edge, mapped once in lib/web: what you may not see is not found. */
export class NotFound extends Error {
  override name = "NotFound";
}

export class Unauthenticated extends Error {
  override name = "Unauthenticated";
}

export class Forbidden extends Error {
  override name = "Forbidden";
}
