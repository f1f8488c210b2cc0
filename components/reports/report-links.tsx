import { getTranslations } from "next-intl/server";

const links = [
  { key: "capacity", hash: "famille-capacity" },
  { key: "demand", hash: "famille-demand" },
  { key: "origins", hash: "famille-origins" },
  { key: "loyalty", hash: "famille-loyalty" },
  { key: "gatherings", hash: "famille-gatherings" },
  { key: "contribution", hash: "famille-contribution" },
  { key: "survey", hash: "enquete" },
] as const;

/** The ways from the overview to each part of the detail, of the same period. */
export async function ReportLinks({ query }: { query: string }) {
  const t = await getTranslations("reportScreens.links");
  const address = `/pilotage/rapport?${query}`;
  return (
    <>
      <p className="muted -mt-3 mb-4">{t("lead")}</p>
      <ul className="report-links">
        {links.map(({ key, hash }) => (
          <li key={key}>
            <a href={`${address}#${hash}`}>{t(key)}</a>
          </li>
        ))}
        <li>
          <a href={address}>
            <b>{t("all")}</b>
          </a>
        </li>
      </ul>
    </>
  );
}
