import { getLocale, getTranslations } from "next-intl/server";
import { localeOf } from "@/lib/core/locale";
import type { OwnMembership } from "@/lib/members/memberships/queries";
import { dayWords } from "./day-words";

/** Spaces as rows: where one stands in words, and the way to each. */
export async function OwnSpaces({ spaces }: { spaces: OwnMembership[] }) {
  const [t, language] = await Promise.all([getTranslations("belonging.own"), getLocale()]);
  const locale = localeOf(language);
  return (
    <ul className="rows">
      {spaces.map((space) => {
        const isMine = space.state === "active" || space.state === "requested";
        return (
          <li key={space.id} className="belonging-row">
            <div className="min-w-0">
              <h3 className="break-words">{space.name}</h3>
              <p className="small muted">
                {space.state === "active" && space.since
                  ? t("since", { day: dayWords(space.since, locale) })
                  : t(`states.${space.state ?? "none"}`)}
              </p>
            </div>
            <a
              className="btn btn-secondary"
              href={`/mon-espace/lieux/${space.slug}`}
              aria-label={t(isMine ? "seeNamed" : "askNamed", { space: space.name })}
            >
              {t(isMine ? "see" : "ask")}
            </a>
          </li>
        );
      })}
    </ul>
  );
}
