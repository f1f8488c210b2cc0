import { getTranslations } from "next-intl/server";
import { writePdfForm } from "@/lib/infra/pdf-form";
import { elsewhere, listNamedCommunes } from "@/lib/surveys/answers/queries";
import { apiRoute } from "@/lib/web/api-route";
import { pdfResponse, sheetAsked, tooMany } from "../_sheets/asked";
import { questionnaireBlocks } from "../_sheets/questionnaire";

/** The questionnaire of the campaign to print, as a tagged PDF; 404 when there is none. */
export const GET = apiRoute("survey on paper", async (request: Request) => {
  const asked = await sheetAsked(request);
  if (!asked) return tooMany();
  const { t, locale, isLarge, marks, source, sourceName } = asked;
  const [communes, survey] = await Promise.all([
    listNamedCommunes(),
    getTranslations({ locale, namespace: "survey.elsewhere" }),
  ]);
  const others = new Map<string, string>(elsewhere.map((value) => [value, survey(value)]));
  const names = new Map(communes.map(({ insee, name }) => [insee, name]));
  const { questionnaire } = asked.campaign;
  const where = source.kind === "own" ? "" : sourceName;
  const words = {
    ...{ t, locale, isLarge },
    place: (value: string) => names.get(value) ?? others.get(value) ?? value,
    elsewhere: [...others.values()],
  };
  const pdf = await writePdfForm({
    title: questionnaire.title[locale],
    language: locale,
    blocks: questionnaireBlocks(questionnaire, { marks, lastDay: asked.lastDay, where }, words),
    foot: (page, pages) => t("sheet.foot", { ...marks, page: String(page), pages: String(pages) }),
    box: t("sheet.box"),
    size: asked.size,
    madeAt: asked.at,
  });
  return pdfResponse(pdf, `${t("sheet.file")}-${marks.campaign}-v${marks.version}-${locale}`);
});
