import { canRunDay } from "@/lib/bookings/policy";
import { isStaff } from "@/lib/core/actor";
import { env } from "@/lib/infra/env";
import { listSpaceNames } from "@/lib/spaces/queries";
import { apiRoute } from "@/lib/web/api-route";
import { currentActor } from "@/lib/web/session";

/** Where somebody who has just signed in works: a host at the day of their space, staff at the figures. */
export const GET = apiRoute("welcome", async () => {
  const actor = await currentActor();
  const isHost = actor.kind === "person" && actor.grants.some(({ role }) => role === "host");
  const hosted = isHost ? (await listSpaceNames()).find(({ id }) => canRunDay(actor, id)) : null;
  const elsewhere = isStaff(actor) ? "/pilotage" : "/mon-espace";
  return Response.redirect(
    new URL(hosted ? `/hote/${hosted.slug}` : elsewhere, env().NEXTAUTH_URL),
    303,
  );
});
