import type { Actor } from "@/lib/core/actor";
import { Forbidden } from "@/lib/core/errors";
import { ok, type Result, refuse } from "@/lib/core/result";
import { now } from "@/lib/infra/clock";
import { inTransaction } from "@/lib/infra/db";
import { holdByLink } from "../../registrations/held/commands";
import type { EditRefusal } from "../../registrations/schema";
import { tellSomeRegistered } from "../../tellings/notices/commands";

/**
 * Takes the seats that are kept for whoever waited, by the link of the mails; taken already, it does
 * nothing. Refuses `offer_over` from the end of the offer on, whether or not a job ran, `begun`,
 * `cancelled`, and `not_live` for a turn that has not come or was left.
 */
export async function takeOffer(
  actor: Actor,
  { token }: { token: string },
  at: Date = now(),
): Promise<Result<null, EditRefusal>> {
  if (actor.kind === "system") throw new Forbidden();
  return inTransaction<null, EditRefusal>(async (tx) => {
    const { event, registration } = await holdByLink(tx, token, at);
    const { spaceId, id, state } = registration;
    if (state === "confirmed") return ok(null);
    if (event.state !== "published") return refuse("cancelled");
    if (at >= event.startsAt) return refuse("begun");
    if (state === "lapsed") return refuse("offer_over");
    if (state !== "offered") return refuse("not_live");
    await tx.eventRegistration.update({
      where: { spaceId_id: { spaceId, id } },
      data: { state: "confirmed", offerUntil: null },
      select: { id: true },
    });
    await tellSomeRegistered(tx, "event-registered", event, { ids: [id] }, at);
    return ok(null);
  });
}
