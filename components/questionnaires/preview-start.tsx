import { getTranslations } from "next-intl/server";
import { PageHead } from "@/components/ui/page-head";
import { progressOf } from "@/lib/surveys/progress/rules";
import { previewPages } from "./addresses";
import type { PreviewProps } from "./preview-props";

/** The way in as the public sees it. */
export async function PreviewStart({ questionnaire, address, texts, language }: PreviewProps) {
  const [t, survey] = await Promise.all([
    getTranslations("questionnaires"),
    getTranslations({ locale: language, namespace: "survey" }),
  ]);
  const first = questionnaire.sections[0]?.id ?? "";
  const { steps, minutes } = progressOf(questionnaire, {}, first);
  return (
    <>
      <div lang={language}>
        <PageHead
          title={questionnaire.title[language]}
          lead={(texts.lead ?? questionnaire.intro)[language]}
        />
        <p className="mb-5">{survey("start.steps", { steps, minutes })}</p>
      </div>
      <p>
        <a
          className="btn btn-primary btn-lg"
          href={previewPages(address).step(first, "", language)}
        >
          {t("preview.start")}
        </a>
      </p>
    </>
  );
}
