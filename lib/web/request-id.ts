/** One request in the journal, the log and the answer. Ours only: what a caller sends is written over. */
export const requestIdHeader = "x-request-id";
