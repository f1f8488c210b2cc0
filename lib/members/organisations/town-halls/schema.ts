import { z } from "zod";

export const placeTownHallInput = z.strictObject({
  organisationId: z.uuid(),
  /** INSEE code; without it the town hall is of no commune any more. */
  commune: z
    .string()
    .regex(/^[0-9][0-9AB][0-9]{3}$/)
    .optional(),
});
export type PlaceTownHallInput = z.infer<typeof placeTownHallInput>;

export type PlaceTownHallRefusal = "not_a_town_hall" | "unknown_commune";

/** The town hall of a commune, for one of its delegates. */
export type TownHall = {
  organisationId: string;
  name: string;
  commune: { insee: string; name: string };
};
