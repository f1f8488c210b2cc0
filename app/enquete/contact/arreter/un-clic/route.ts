import { anonymous } from "@/lib/core/actor";
import { stopWriting } from "@/lib/surveys/contacts/tellings/commands";
import { stopWritingInput } from "@/lib/surveys/contacts/tellings/schema";
import { apiRoute } from "@/lib/web/api-route";

const tokenOf = (request: Request) => new URL(request.url).searchParams.get("jeton") ?? "";

/** A mailbox posts here by itself when its reader stops such mails (RFC 8058); no session, no cookie. */
export const POST = apiRoute("survey contact stop", async (request: Request) => {
  const form = await request.formData().catch(() => null);
  const input = stopWritingInput.safeParse({ jeton: tokenOf(request) });
  if (form?.get("List-Unsubscribe") !== "One-Click" || !input.success) {
    return new Response(null, { status: 400 });
  }
  const stopped = await stopWriting(anonymous, input.data);
  return new Response(null, { status: stopped.ok ? 204 : 400 });
});

/** Scanners of mail follow links: reading it stops nothing, it leads to the page with the button. */
export const GET = apiRoute("survey contact stop", async (request: Request) => {
  const location = `/enquete/contact/arreter?jeton=${encodeURIComponent(tokenOf(request))}`;
  return new Response(null, { status: 303, headers: { location } });
});
