import type { Actor } from "@/lib/core/actor";
import { NotFound } from "@/lib/core/errors";
import { db } from "@/lib/infra/db";
import { listOwnTownHalls } from "@/lib/members/organisations/town-halls/queries";
import { spaceCode, townHallCode } from "../sources/rules";
import { canEnterAtSpace, canEnterForAll } from "./policy";
import type { Desk, DeskAddress } from "./schema";

/**
 * The desk at which an actor enters the survey for others. NotFound for whoever does not: a member, a
 * host of another space, a delegate of a firm or of a town hall staff did not place.
 */
export async function getDesk(actor: Actor, address: DeskAddress): Promise<Desk> {
  if (address.kind === "staff") {
    if (!canEnterForAll(actor)) throw new NotFound();
    return { address, name: "", source: null, spaceId: null, commune: null };
  }
  return address.kind === "space" ? spaceDesk(actor, address) : townHallDesk(actor, address);
}

async function spaceDesk(actor: Actor, address: DeskAddress & { kind: "space" }): Promise<Desk> {
  const space = await db.space.findUnique({
    where: { slug: address.slug },
    select: { id: true, slug: true, name: true },
  });
  if (!space || !canEnterAtSpace(actor, space.id)) throw new NotFound();
  const { id: spaceId, slug, name } = space;
  const source = { code: spaceCode(slug), kind: "space" as const, name };
  return { address, name, source, spaceId, commune: null };
}

async function townHallDesk(
  actor: Actor,
  address: DeskAddress & { kind: "town_hall" },
): Promise<Desk> {
  const own = await listOwnTownHalls(actor);
  const found = own.find(({ organisationId }) => organisationId === address.organisationId);
  if (!found) throw new NotFound();
  const { name, commune } = found;
  const code = townHallCode(commune.name);
  return {
    ...{ address, name, commune, spaceId: null },
    source: { code, kind: "town_hall", name: commune.name },
  };
}
