import { getTranslations } from "next-intl/server";
import { PageHead } from "@/components/ui/page-head";
import { progressOf } from "@/lib/surveys/progress/rules";
import { versionPages } from "./addresses";
import type { PreviewProps } from "./preview-props";

/** The way in as the public sees it, but for what a campaign says of its own. */
export async function PreviewStart({ questionnaire, address, language }: PreviewProps) {
  const [t, survey] = await Promise.all([
    getTranslations("questionnaires"),
    getTranslations({ locale: language, namespace: "survey" }),
  ]);
  const first = questionnaire.sections[0]?.id ?? "";
  const { steps, minutes } = progressOf(questionnaire, {}, first);
  return (
    <>
      <div lang={language}>
        <PageHead title={questionnaire.title[language]} lead={questionnaire.intro[language]} />
        <p className="mb-5">{survey("start.steps", { steps, minutes })}</p>
      </div>
      <p>
        <a
          className="btn btn-primary btn-lg"
          href={`${versionPages(address).step(first, "")}&langue=${language}`}
        >
          {t("preview.start")}
        </a>
      </p>
    </>
  );
}
