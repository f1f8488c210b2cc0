import { notFound, redirect, unstable_rethrow } from "next/navigation";
import { HandedOver, NotFound } from "@/lib/core/errors";

/** Where whoever asks for a booking they exchanged is told so, beside those they have. */
export const afterExchange = "/mon-espace?echangee=1";

/** What a query does not find, or hides, is a 404 page; what one gave away leads to one's own. */
export async function orNotFound<Value>(work: Promise<Value>): Promise<Value> {
  try {
    return await work;
  } catch (error) {
    unstable_rethrow(error);
    if (error instanceof HandedOver) redirect(afterExchange);
    if (error instanceof NotFound) notFound();
    throw error;
  }
}
