import { unstable_rethrow } from "next/navigation";
import { Forbidden, NotFound, Unauthenticated } from "@/lib/core/errors";
import { log } from "@/lib/infra/log";

type Handler<Asked, Context> = (request: Asked, context: Context) => Promise<Response>;

/**
 * The one way to answer a file or data: what may not be seen is 404, a visitor 401, a right that lacks
 * 403; anything else is logged once, with a reference the caller can give. `name` is for the log.
 */
export function apiRoute<Asked extends Request, Context>(
  name: string,
  handler: Handler<Asked, Context>,
): Handler<Asked, Context> {
  return async (request, context) => {
    try {
      return await handler(request, context);
    } catch (error) {
      unstable_rethrow(error);
      if (error instanceof NotFound) return new Response(null, { status: 404 });
      if (error instanceof Unauthenticated) return new Response(null, { status: 401 });
      if (error instanceof Forbidden) return new Response(null, { status: 403 });
      const reference = crypto.randomUUID().slice(0, 8);
      log.error({ err: error, route: name, reference }, "route failed");
      return Response.json({ reference }, { status: 500 });
    }
  };
}
