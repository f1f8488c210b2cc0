import type { Actor } from "@/lib/core/actor";
import { NotFound } from "@/lib/core/errors";
import { db, type Tx } from "@/lib/infra/db";
import { getSpaceBySlug, type Space } from "@/lib/spaces/queries";
import { markOfSetup } from "@/lib/spaces/resources/queries";
import { schoolZones } from "@/lib/spaces/schema";
import { canRunDay } from "../policy";
import type { SpaceSettings } from "./schema";

/** The settings of a space as they are, no check. */
export async function readSettings(client: Tx, spaceId: string): Promise<SpaceSettings> {
  const { schoolZone, ...row } = await client.space.findUniqueOrThrow({
    where: { id: spaceId },
    select: {
      noShowGraceMinutes: true,
      offerMinutes: true,
      cancelDaysBefore: true,
      cancelUntilMinute: true,
      bookingHorizonDays: true,
      halfDayBoundary: true,
      schoolZone: true,
      mostPeople: true,
    },
  });
  // The check `space_school_zone` lets no other in.
  return { ...row, schoolZone: schoolZones.find((zone) => zone === schoolZone) ?? "C" };
}

/** The same for whoever runs the space, with the mark of what is shown; NotFound for everybody else. */
export async function getSettings(
  actor: Actor,
  slug: string,
): Promise<{ space: Space; settings: SpaceSettings; mark: string }> {
  const space = await getSpaceBySlug(slug);
  if (!canRunDay(actor, space.id)) throw new NotFound();
  const settings = await readSettings(db, space.id);
  return { space, settings, mark: markOfSetup(settings) };
}
