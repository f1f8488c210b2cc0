import { NotFound } from "@/lib/core/errors";
import { fileFormats } from "@/lib/reports/files/schema";
import { getFrozenReport } from "@/lib/reports/frozen-reports/queries";
import { apiRoute } from "@/lib/web/api-route";
import { currentActor } from "@/lib/web/session";
import { fileAnswer, writtenFile } from "../../../../rapport/export/written-file";

type Context = { params: Promise<{ id: string; format: string }> };

/** A signed report as a file, dated of the day it was signed. 404 for whoever may not read it, or an unknown format. */
export const GET = apiRoute("signed report file", async (_request, { params }: Context) => {
  const [{ id, format: asked }, actor] = [await params, await currentActor()];
  const { report, signedAt } = await getFrozenReport(actor, id);
  const format = fileFormats.find((each) => each === asked);
  if (!format) throw new NotFound();
  return fileAnswer(await writtenFile(report, format, signedAt));
});
