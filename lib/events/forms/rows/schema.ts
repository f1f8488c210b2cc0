/** Rows of the form: more would be a form of its own. */
export const questionRows = [1, 2, 3, 4, 5] as const;
export const priceRows = [1, 2, 3, 4] as const;
