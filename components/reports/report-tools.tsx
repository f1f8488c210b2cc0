import { getTranslations } from "next-intl/server";

const groups = [
  {
    name: "reports",
    tools: [
      { key: "detail", href: "/pilotage/rapport" },
      { key: "files", href: "/pilotage/rapport/exports" },
      { key: "kept", href: "/pilotage/rapports" },
      { key: "funders", href: "/pilotage/rapport/financeurs" },
      { key: "definitions", href: "/pilotage/definitions" },
      { key: "eventFigures", href: "/pilotage/evenements" },
      { key: "travel", href: "/pilotage/hypotheses" },
    ],
  },
  {
    name: "survey",
    tools: [
      { key: "survey", href: "/pilotage/enquete" },
      { key: "diagnosis", href: "/pilotage/enquete/diagnostic" },
      { key: "declared", href: "/pilotage/enquete/bilan" },
    ],
  },
  {
    name: "network",
    tools: [
      { key: "network", href: "/pilotage/reseau" },
      { key: "closures", href: "/pilotage/fermetures" },
      { key: "newEvent", href: "/evenements/proposer" },
      { key: "organisations", href: "/pilotage/organisations" },
      { key: "neighbours", href: "/pilotage/lieux-voisins" },
    ],
  },
  {
    name: "rights",
    tools: [
      { key: "roles", href: "/pilotage/roles" },
      { key: "habilitations", href: "/pilotage/habilitations" },
      { key: "journal", href: "/pilotage/journal" },
    ],
  },
] as const;

type ReportToolsProps = {
  /** Whatever else belongs to the figures or to rights, already in words. */
  more: { group: (typeof groups)[number]["name"]; href: string; words: string }[];
};

/** Everything staff do besides reading figures, by what it is for. */
export async function ReportTools({ more }: ReportToolsProps) {
  const t = await getTranslations("reportScreens.tools");
  return (
    <div className="report-tools">
      {groups.map(({ name, tools }) => (
        <section key={name} aria-labelledby={`outils-${name}`}>
          <h3 id={`outils-${name}`}>{t(`groups.${name}`)}</h3>
          <ul>
            {tools.map(({ key, href }) => (
              <li key={key}>
                <a href={href}>{t(key)}</a>
              </li>
            ))}
            {more
              .filter(({ group }) => group === name)
              .map(({ href, words }) => (
                <li key={href}>
                  <a href={href}>{words}</a>
                </li>
              ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
