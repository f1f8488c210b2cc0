import { z } from "zod";

export const eraseInput = z.strictObject({ mot: z.string().max(40) });
export type EraseInput = z.infer<typeof eraseInput>;

/** `last_admin`, `only_host` (data: names of the spaces): somebody else has to be named first. */
export type ErasureRefusal = "wrong_word" | "last_admin" | "only_host";

/** What goes with `only_host`. */
export const hostedAlone = z.object({ spaces: z.array(z.string()) });

/** Typed to confirm, in either language. */
export const erasureWords = ["effacer", "erase"] as const;
