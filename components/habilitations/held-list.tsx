import { getLocale, getTranslations } from "next-intl/server";
import { dayWords } from "@/components/memberships/day-words";
import { localeOf } from "@/lib/core/locale";
import type { HeldHabilitation } from "@/lib/members/habilitations/queries";
import { endsSoon, nameIn } from "@/lib/members/habilitations/rules";
import { endWords } from "./end-words";

/** One's own habilitations with their end, and the way to keep what ends soon or has ended. */
export async function HeldList({ held, at }: { held: HeldHabilitation[]; at: Date }) {
  const [t, language] = await Promise.all([getTranslations("habilitations"), getLocale()]);
  const locale = localeOf(language);
  return (
    <ul className="rows">
      {held.map(({ id, name, grantedAt, isByEvent, expiresAt, isOver }) => {
        const day = dayWords(grantedAt, locale);
        return (
          <li key={id} className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
            <div className="min-w-0">
              <p className="break-words font-bold">{nameIn(name, locale)}</p>
              <p className="small muted">
                {isByEvent ? t("mine.byEvent", { day }) : t("mine.byHost", { day })}
              </p>
            </div>
            <p>
              {endWords({ expiresAt, isOver }, locale, t)}
              {isOver || endsSoon({ expiresAt }, at) ? (
                <>
                  {". "}
                  <a href={`/habilitations/${id}`}>{t(isOver ? "mine.again" : "mine.how")}</a>
                </>
              ) : null}
            </p>
          </li>
        );
      })}
    </ul>
  );
}
