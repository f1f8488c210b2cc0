import { getTranslations } from "next-intl/server";
import { Unauthenticated } from "@/lib/core/errors";
import { saveAttendance } from "@/lib/events/attendance/commands";
import { attendanceInput } from "@/lib/events/attendance/schema";
import { apiRoute } from "@/lib/web/api-route";
import { currentActor } from "@/lib/web/session";

type Context = { params: Promise<{ slug: string; event: string }> };

/**
 * Where a phone sends the ticks it kept, once it has a line: answered 200 when they are in, and may be
 * forgotten there; 422 with the sentence when they are refused, and stay on the phone. The proxy has
 * refused what no page of ours sends.
 */
export const POST = apiRoute("event-attendance", async (request: Request, { params }: Context) => {
  const actor = await currentActor();
  if (actor.kind !== "person") throw new Unauthenticated();
  const { event } = await params;
  const input = attendanceInput.safeParse({ ...(await kept(request)), event });
  if (!input.success) return new Response(null, { status: 400 });
  const saved = await saveAttendance(actor, input.data);
  if (saved.ok) return Response.json(saved.value);
  const t = await getTranslations("eventsDay.refusals");
  return Response.json({ message: t(saved.refusal) }, { status: 422 });
});

async function kept(request: Request): Promise<object> {
  try {
    const written: unknown = JSON.parse(String((await request.formData()).get("kept")));
    return typeof written === "object" && written !== null ? written : {};
  } catch {
    return {};
  }
}
