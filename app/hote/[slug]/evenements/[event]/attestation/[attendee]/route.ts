import { z } from "zod";
import { NotFound } from "@/lib/core/errors";
import { eventSlugInput } from "@/lib/events/attendance/schema";
import { getCertificate } from "@/lib/events/certificates/queries";
import { apiRoute } from "@/lib/web/api-route";
import { certificateResponse } from "@/lib/web/event-certificate";
import { currentActor } from "@/lib/web/session";
import { noteViews } from "@/lib/web/viewed-people";

type Context = { params: Promise<{ event: string; attendee: string }> };

/** The certificate of somebody who was ticked, for whoever welcomed them. */
export const GET = apiRoute("event certificate", async (_request, { params }: Context) => {
  const asked = await params;
  const slug = eventSlugInput.safeParse(asked.event);
  const attendee = z.uuid().safeParse(asked.attendee);
  if (!slug.success || !attendee.success) throw new NotFound();
  const key = { slug: slug.data, attendeeId: attendee.data };
  const actor = await currentActor();
  const { spaceId, personId, ...certificate } = await getCertificate(actor, key);
  noteViews(actor, { spaceId, screen: "event_certificate", people: [{ personId }] });
  return certificateResponse(certificate);
});
