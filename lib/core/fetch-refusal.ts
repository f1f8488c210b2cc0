/** Why an address of somebody else's was not read; each has its sentence where such an address is typed. */
export const fetchRefusals = [
  "address_invalid",
  "address_private",
  "host_unknown",
  "port_refused",
  "not_reachable",
  "too_slow",
  "redirected",
  "answer_refused",
  "too_large",
  "compressed",
] as const;
export type FetchRefusal = (typeof fetchRefusals)[number];
