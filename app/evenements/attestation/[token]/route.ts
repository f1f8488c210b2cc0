import { getOwnCertificate } from "@/lib/events/certificates/queries";
import { apiRoute } from "@/lib/web/api-route";
import { certificateResponse } from "@/lib/web/event-certificate";

type Context = { params: Promise<{ token: string }> };

/** The certificate of whoever registered and was ticked, by the link of their mails. */
export const GET = apiRoute("own event certificate", async (_request, { params }: Context) =>
  certificateResponse(await getOwnCertificate((await params).token)),
);
