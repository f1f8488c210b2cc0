import { zipSync } from "fflate";
import { getTranslations } from "next-intl/server";
import { NotFound } from "@/lib/core/errors";
import { now } from "@/lib/infra/clock";
import type { Report } from "@/lib/reports/figures/schema";
import { fileFormats } from "@/lib/reports/files/schema";
import { getPreparedReports } from "@/lib/reports/preparations/queries";
import { apiRoute } from "@/lib/web/api-route";
import { currentActor } from "@/lib/web/session";
import { fileAnswer, writtenFile } from "../../../export/written-file";

type Context = { params: Promise<{ id: string; file: string }> };

/**
 * A prepared report as one of its files, or all of them and those of its years as a ZIP. 404 for whoever did
 * not ask for it, before it is done, and once it has expired.
 */
export const GET = apiRoute("prepared report", async (_request, { params }: Context) => {
  const [{ id, file }, actor] = [await params, await currentActor()];
  const { reports, askedAt } = await getPreparedReports(actor, id, now());
  const [whole] = reports;
  if (!whole) throw new NotFound();
  if (file === "zip") return fileAnswer(await everyFile(reports, whole, askedAt));
  const format = fileFormats.find((each) => each === file);
  if (!format) throw new NotFound();
  return fileAnswer(await writtenFile(whole, format, askedAt));
});

async function everyFile(reports: Report[], { range }: Report, madeAt: Date) {
  const t = await getTranslations("reportFiles");
  const files: Record<string, Uint8Array> = {};
  for (const report of reports) {
    for (const format of fileFormats) {
      const { name, bytes } = await writtenFile(report, format, madeAt);
      files[name] = bytes;
    }
  }
  return {
    bytes: new Uint8Array(zipSync(files, { mtime: madeAt, level: 6 })),
    type: "application/zip",
    name: `${t("fileName")}-${range.first}-${range.last}.zip`,
  };
}
