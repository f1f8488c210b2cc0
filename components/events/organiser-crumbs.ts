import { getTranslations } from "next-intl/server";

type Crumb = { label: string; href?: string };

/** Where one is among the pages of a space: from its board for its hosts, from the figures for staff. */
export async function organiserCrumbs(
  { slug, name }: { slug: string; name: string },
  runsDay: boolean,
  page?: string,
): Promise<Crumb[]> {
  const [t, host, reports] = await Promise.all([
    getTranslations("eventsEdit.list"),
    getTranslations("host"),
    getTranslations("reports"),
  ]);
  const home = runsDay
    ? { label: host("title", { space: name }), href: `/hote/${slug}` }
    : { label: reports("title"), href: "/pilotage" };
  const list = { label: t("title"), href: `/hote/${slug}/evenements` };
  return page ? [home, list, { label: page }] : [home, { label: list.label }];
}
