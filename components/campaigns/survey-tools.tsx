import { getTranslations } from "next-intl/server";

/** Pages on the survey that belong to no single campaign; a new one is a line here and its words. */
const tools = [
  { href: "/pilotage/enquete/diagnostic", words: "diagnosis" },
  { href: "/enquete/integration", words: "integration" },
] as const;

/** Where staff go from the list of campaigns. */
export async function SurveyTools() {
  const t = await getTranslations("campaigns.tools");
  return (
    <ul className="campaign-tools">
      {tools.map(({ href, words }) => (
        <li key={href}>
          <a href={href}>{t(`${words}.title`)}</a>
          <span className="small muted">{t(`${words}.lead`)}</span>
        </li>
      ))}
    </ul>
  );
}
