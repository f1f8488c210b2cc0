import { getLocale, getTranslations } from "next-intl/server";
import { localeOf } from "@/lib/core/locale";
import type { ViewOfMe } from "@/lib/identity/journal/queries";
import { dayInWords } from "./value-words";

type ViewsOfMeProps = { views: ViewOfMe[]; spaces: { id: string; name: string }[] };

const mostShown = 50;

/** Who had one's data on screen, when, where and as what. */
export async function ViewsOfMe({ views, spaces }: ViewsOfMeProps) {
  const [t, screens, language] = await Promise.all([
    getTranslations("myData"),
    getTranslations("journal.screens"),
    getLocale(),
  ]);
  const locale = localeOf(language);
  if (views.length === 0) return <p>{t("noViews")}</p>;
  return (
    <ul className="rows">
      {views.slice(0, mostShown).map((view) => (
        <li key={`${view.day} ${view.viewerName} ${view.screen} ${view.spaceId}`}>
          {t("view", {
            day: dayInWords(view.day, locale),
            name: view.viewerName ?? t("viewerGone"),
            role: view.viewedAs === "host" ? t("asHost") : t("asStaff"),
            where: spaces.find(({ id }) => id === view.spaceId)?.name ?? t("network"),
          })}
          <p className="small muted">{screens(view.screen)}</p>
        </li>
      ))}
    </ul>
  );
}
