import { surveyAddress } from "@/components/surveys/survey-address";
import { anonymous } from "@/lib/core/actor";
import { isDatabaseThere } from "@/lib/infra/availability";
import { env } from "@/lib/infra/env";
import { sendResponseInput } from "@/lib/surveys/drafts/schema";
import { sendResponse } from "@/lib/surveys/responses/commands";
import { apiRoute } from "@/lib/web/api-route";
import { isFromOurPages } from "@/lib/web/same-origin";

/** A code and two marks. */
const longestBody = 2_000;

/**
 * Where the last form of the survey is sent: a plain form, answered with the page that follows, or with
 * its address for a page that sent it by itself. Nobody is signed in here (docs/decisions/0016-the-sending-of-a-survey.md).
 */
export const POST = apiRoute("survey-send", async (request: Request) => {
  if (!isFromOurPages(request.headers, env().NEXTAUTH_URL)) return answer(403);
  if (Number(request.headers.get("content-length") ?? longestBody + 1) > longestBody) {
    return answer(413);
  }
  const fields = Object.fromEntries(new URLSearchParams(await request.text()));
  const input = sendResponseInput.safeParse(fields);
  if (!input.success) return answer(400);
  const isByScript = request.headers.get("accept") === "application/json";
  try {
    const to = await pageAfter(input.data);
    return isByScript ? Response.json({ to }) : answer(303, { location: to });
  } catch (error) {
    if (await isDatabaseThere()) throw error;
    // The page of the draft says that nothing can be read for now, and sends it when asked again.
    const { code, framed } = input.data;
    const location = surveyAddress(framed === "1").review(code);
    return isByScript ? answer(503) : answer(303, { location });
  }
});

async function pageAfter({ code, framed, website }: SendResponse): Promise<string> {
  const address = surveyAddress(framed === "1");
  if (website) return `${address.review(code)}?refus=piege`;
  const sent = await sendResponse(anonymous, { code });
  // Why not is on that page: what lacks, that it is over, or that nothing is kept under this code.
  if (sent.ok) return address.thanks(code);
  return address.review(code) + (sent.refusal === "incomplete" ? "?refus=incomplet" : "");
}

type SendResponse = ReturnType<typeof sendResponseInput.parse>;

function answer(status: number, headers: Record<string, string> = {}): Response {
  return new Response(null, { status, headers: { ...headers, "cache-control": "no-store" } });
}
