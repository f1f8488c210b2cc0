import { getBoardVersion } from "@/lib/bookings/weeks/queries";
import { currentActor } from "@/lib/web/session";
import { versionRoute } from "@/lib/web/version-route";

export const GET = versionRoute("board version", async (slug, range) =>
  getBoardVersion(await currentActor(), slug, range),
);
