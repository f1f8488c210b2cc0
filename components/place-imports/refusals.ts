import type { ConfirmRefusal, FileRefusal } from "@/lib/spaces/place-imports/schema";

/** Each refusal has its sentence in the place-imports messages: a missing one does not compile. */
export const importRefusalKeys = {
  not_text: "refusals.not_text",
  not_places: "refusals.not_places",
  too_many_lines: "refusals.too_many_lines",
  already_done: "refusals.already_done",
  list_changed: "refusals.list_changed",
} as const satisfies Record<FileRefusal | ConfirmRefusal, string>;
