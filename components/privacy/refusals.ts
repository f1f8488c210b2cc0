import type { ErasureRefusal } from "@/lib/privacy/erasures/schema";

export const erasureRefusalKeys = {
  wrong_word: "wrongWord",
  last_admin: "lastAdmin",
  only_host: "onlyHost",
} as const satisfies Record<ErasureRefusal, string>;
