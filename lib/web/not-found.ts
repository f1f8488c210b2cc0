import { notFound, unstable_rethrow } from "next/navigation";
import { NotFound } from "@/lib/core/errors";

/** What a query does not find, or hides, is a 404 page. */
export async function orNotFound<Value>(work: Promise<Value>): Promise<Value> {
  try {
    return await work;
  } catch (error) {
    unstable_rethrow(error);
    if (error instanceof NotFound) notFound();
    throw error;
  }
}
