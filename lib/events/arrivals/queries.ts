import { codeOf } from "@/lib/bookings/presence/rules";
import type { Actor } from "@/lib/core/actor";
import { type Day, dayFromColumn } from "@/lib/core/day";
import { NotFound } from "@/lib/core/errors";
import { db } from "@/lib/infra/db";
import { signedText } from "@/lib/infra/signed-text";
import { findEventFor } from "../addresses/queries";

/** What is typed at the door of an event: six signs that only its sheet gives, the same for all its day. */
export function arrivalCodeOf({ spaceId, id }: { spaceId: string; id: string }): string {
  const [, mark = ""] = signedText("event arrival", `${spaceId} ${id}`).split(".");
  return codeOf(Buffer.from(mark, "base64url"));
}

export type ArrivalPage = {
  slug: string;
  title: string;
  day: Day;
  startsAt: Date;
  endsAt: Date;
  spaceName: string;
  timeZone: string;
};

/** The event at whose door somebody stands. NotFound unless it is shown to everybody. */
export async function getArrivalPage(slug: string): Promise<ArrivalPage> {
  const event = await db.event.findFirst({
    where: { slug, state: "published" },
    select: {
      slug: true,
      title: true,
      day: true,
      startsAt: true,
      endsAt: true,
      space: { select: { name: true, timeZone: true } },
    },
  });
  if (!event) throw new NotFound();
  const { space, ...said } = event;
  return {
    ...said,
    day: dayFromColumn(event.day),
    spaceName: space.name,
    timeZone: space.timeZone,
  };
}

/** The same with its code, to be printed by its hosts and speakers; NotFound for anybody else. */
export async function getArrivalPoster(
  actor: Actor,
  slug: string,
): Promise<ArrivalPage & { code: string; space: { id: string; slug: string; name: string } }> {
  const key = await findEventFor(db, actor, "people", { slug });
  const space = await db.space.findUniqueOrThrow({
    where: { id: key.spaceId },
    select: { id: true, slug: true, name: true },
  });
  return { ...(await getArrivalPage(slug)), code: arrivalCodeOf(key), space };
}
