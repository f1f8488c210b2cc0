/** Nobody is shown in a group smaller than this (law of statistics applied here; publication rules of the survey). */
export const smallestGroup = 5;
/** A commune crossed with anything else. */
export const smallestCrossedGroup = 11;
/** Percentages mean something from this base on. */
export const smallestBase = 30;
