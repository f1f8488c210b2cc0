import type { WeightName } from "../schema";

/** Names of the fields of one line of a list; a value has no hyphen, so that none is taken for another. */
export const lineField = {
  fr: (value: string) => `fr-${value}`,
  en: (value: string) => `en-${value}`,
  exclusive: (value: string) => `alone-${value}`,
  weight: (weight: WeightName, value: string) => `${weight}-${value}`,
};
