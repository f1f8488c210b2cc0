import { getTranslations } from "next-intl/server";
import { FooterRiver } from "@/components/illustrations/footer-river";

type SurveyCallProps = {
  until: string;
  minutes: number;
  /** Rounded down, so that no single answer is seen to come in; null while they are few. */
  responses: number | null;
};

/** On the home page while a survey is open: what it decides, how long it takes, one button. */
export async function SurveyCall({ until, minutes, responses }: SurveyCallProps) {
  const t = await getTranslations("survey.call");
  return (
    <section className="band survey-call" aria-labelledby="appel-enquete">
      <FooterRiver />
      <h2 id="appel-enquete">{t("title")}</h2>
      <p className="lead">{t("lead", { minutes, day: until })}</p>
      {responses === null ? null : (
        <p className="survey-call-number">
          <b>{t("responses", { count: responses })}</b>
          <span>{t("responsesLabel")}</span>
        </p>
      )}
      <a className="btn btn-band" href="/enquete">
        {t("go")}
      </a>
    </section>
  );
}
