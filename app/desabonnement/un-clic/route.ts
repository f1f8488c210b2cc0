import { anonymous } from "@/lib/core/actor";
import { unsubscribe } from "@/lib/notifications/unsubscribing/commands";
import { unsubscribeInput } from "@/lib/notifications/unsubscribing/schema";
import { apiRoute } from "@/lib/web/api-route";

const tokenOf = (request: Request) => new URL(request.url).searchParams.get("jeton") ?? "";

/** A mailbox posts here by itself when its reader stops such mails (RFC 8058); no session, no cookie. */
export const POST = apiRoute("unsubscribe", async (request: Request) => {
  const form = await request.formData().catch(() => null);
  const input = unsubscribeInput.safeParse({ jeton: tokenOf(request) });
  if (form?.get("List-Unsubscribe") !== "One-Click" || !input.success) {
    return new Response(null, { status: 400 });
  }
  const stopped = await unsubscribe(anonymous, input.data);
  return new Response(null, { status: stopped.ok ? 204 : 400 });
});

/** Scanners of mail follow links: reading it stops nothing, it leads to the page with the button. */
export const GET = apiRoute("unsubscribe", async (request: Request) => {
  const location = `/desabonnement?jeton=${encodeURIComponent(tokenOf(request))}`;
  return new Response(null, { status: 303, headers: { location } });
});
