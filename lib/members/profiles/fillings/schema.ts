/** What may be put into one's profile at once, from what one said elsewhere. */
export type Filling = {
  /** INSEE code. */
  commune?: string | undefined;
  space?: string | undefined;
  rhythm?: string | undefined;
  skills?: string[] | undefined;
};
export type FillingItem = keyof Filling;

/** What became of it: what was empty is filled, what was said before stays. */
export type Filled = { filled: FillingItem[]; left: FillingItem[] };
