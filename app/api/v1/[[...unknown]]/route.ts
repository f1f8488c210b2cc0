import { handlersOf, operation } from "@/lib/web/api/operation";
import { Refusal } from "@/lib/web/api/problem";

/** An address the API does not have answers as the API does, not as a page. */
const unknown = operation({
  id: "unknown",
  summary: "Not found.",
  access: "public",
  answers: {},
  handle: () => Promise.reject(new Refusal("not_found")),
});

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = handlersOf({
  GET: unknown,
  POST: unknown,
  PATCH: unknown,
  DELETE: unknown,
});
