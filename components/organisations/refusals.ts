import type { PlaceTownHallRefusal } from "@/lib/members/organisations/town-halls/schema";

/** Each refusal has its sentence in the messages on organisations: a missing one does not compile. */
export const placeTownHallRefusalKeys = {
  not_a_town_hall: "notTownHall",
  unknown_commune: "unknownCommune",
} as const satisfies Record<PlaceTownHallRefusal, string>;
