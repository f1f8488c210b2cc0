import { create } from "qrcode";
import { env } from "@/lib/infra/env";
import { type PdfBlock, writePdfForm } from "@/lib/infra/pdf-form";
import { apiRoute } from "@/lib/web/api-route";
import { pdfResponse, sheetAsked, tooMany } from "../_sheets/asked";

/** A poster for a door or a counter: a code to photograph and an address to type, which name its source. */
export const GET = apiRoute("survey poster", async (request: Request) => {
  const asked = await sheetAsked(request);
  if (!asked) return tooMany();
  const { t, locale, source, sourceName } = asked;
  // Nowhere in particular, it is a poster.
  const code = source.kind === "own" ? "affiche" : source.code;
  const url = `${env().NEXTAUTH_URL}/enquete?src=${code}`;
  const address = url.replace(/^https?:\/\//, "");
  const { modules } = create(url, { errorCorrectionLevel: "M" });
  const title = t("sheet.posterTitle");
  const text = (said: string, isStrong = false): PdfBlock => ({
    kind: "text",
    text: said,
    isStrong,
  });
  const blocks: PdfBlock[] = [
    { kind: "heading", level: 1, text: title },
    text(t("sheet.posterWhy")),
    text(t("sheet.posterScan")),
    {
      kind: "squares",
      alt: t("sheet.posterCode", { address }),
      side: modules.size,
      isDark: (column, row) => modules.data[row * modules.size + column] === 1,
    },
    text(address, true),
    text(t("sheet.posterUntil", { day: asked.lastDay }), true),
    text(t("sheet.posterPaper")),
  ];
  const pdf = await writePdfForm({
    ...{ title, language: locale, blocks, box: "", size: 22, madeAt: asked.at },
    foot: () => (source.kind === "own" ? asked.campaign.questionnaire.title[locale] : sourceName),
  });
  return pdfResponse(pdf, `${t("sheet.posterFile")}-${code}-${locale}`);
});
