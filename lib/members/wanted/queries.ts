import type { PersonActor } from "@/lib/core/actor";
import { now } from "@/lib/infra/clock";
import { listOpenAsks } from "../ads/queries";
import { getOwnProfile } from "../profiles/queries";
import { mostWanted, type Wanted } from "./rules";

/** What others ask for in their ads that the actor says they can do or teach; null when there is nothing. */
export async function findWanted(actor: PersonActor, at: Date = now()): Promise<Wanted | null> {
  const { content } = await getOwnProfile(actor);
  const offers = [...content.skills, ...content.teaches];
  return offers.length > 0 ? mostWanted(offers, await listOpenAsks(actor, at)) : null;
}
