import { getTranslations } from "next-intl/server";
import { type PdfBlock, writePdfForm } from "@/lib/infra/pdf-form";
import { contactWishes } from "@/lib/surveys/contacts/schema";
import { apiRoute } from "@/lib/web/api-route";
import { pdfResponse, sheetAsked, tooMany } from "../_sheets/asked";

/** The contact sheet, apart from any answer: neither version nor number ties it to a questionnaire. */
export const GET = apiRoute("survey contact sheet", async (request: Request) => {
  const asked = await sheetAsked(request);
  if (!asked) return tooMany();
  const { t, locale, isLarge } = asked;
  const contact = await getTranslations({ locale, namespace: "survey.contact" });
  const blank = (label: string): PdfBlock => ({ kind: "blank", label, width: "long" });
  const boxes = (options: string[]): PdfBlock => ({ kind: "boxes", options, columns: 1 });
  const title = t("sheet.contactTitle");
  const blocks: PdfBlock[] = [
    { kind: "heading", level: 1, text: title },
    { kind: "text", text: t("sheet.contactLead"), isStrong: true },
    { kind: "heading", level: 2, text: contact("wishes") },
    boxes(contactWishes.map((wish) => contact(`wish.${wish}`))),
    blank(contact("email")),
    { kind: "lines", count: isLarge ? 1 : 0 },
    blank(contact("firstName")),
    blank(contact("commune")),
    { kind: "heading", level: 2, text: contact("consentTitle") },
    boxes([contact("consent")]),
    { kind: "text", text: t("sheet.contactConfirm") },
  ];
  const pdf = await writePdfForm({
    ...{ title, language: locale, blocks, box: t("sheet.box"), size: asked.size, madeAt: asked.at },
    foot: () => title,
  });
  return pdfResponse(pdf, `${t("sheet.contactFile")}-${locale}`);
});
