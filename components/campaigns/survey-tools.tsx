import { getTranslations } from "next-intl/server";

/** Pages on the survey that belong to no single campaign; a new one is a line here and its words. */
const tools = [
  { href: "/pilotage/enquete/questionnaire", words: "questionnaires" },
  { href: "/pilotage/enquete/diagnostic", words: "diagnosis" },
  { href: "/pilotage/enquete/couverture", words: "turnout" },
  { href: "/pilotage/enquete/saisie", words: "entry" },
  { href: "/pilotage/enquete/relance", words: "reminders" },
  { href: "/enquete/integration", words: "integration" },
  { href: "/enquete/papier", words: "paper" },
] as const;

/** Where staff go from the list of campaigns. */
export async function SurveyTools({ mayOpenAnswers }: { mayOpenAnswers: boolean }) {
  const [t, answers] = await Promise.all([
    getTranslations("campaigns.tools"),
    getTranslations("surveyAnswers"),
  ]);
  return (
    <ul className="campaign-tools">
      {tools.map(({ href, words }) => (
        <li key={href}>
          <a href={href}>{t(`${words}.title`)}</a>
          <span className="small muted">{t(`${words}.lead`)}</span>
        </li>
      ))}
      {mayOpenAnswers ? (
        <li>
          <a href="/pilotage/enquete/reponses">{answers("tool")}</a>
          <span className="small muted">{answers("toolLead")}</span>
        </li>
      ) : null}
    </ul>
  );
}
