import { getLocale, getTranslations } from "next-intl/server";
import { formatNumber } from "@/lib/core/format";
import { type Locale, localeOf } from "@/lib/core/locale";
import type { OwnTurnout } from "@/lib/surveys/turnout/queries";
import { outside } from "@/lib/surveys/turnout/rules";
import { placesWords } from "./turnout-words";

/** How far one's own commune has answered, and how many are short of the mean: for the clerk of its town hall. */
export async function OwnTurnoutSection({ turnout }: { turnout: OwnTurnout }) {
  const [t, language] = await Promise.all([getTranslations("paper.coverage"), getLocale()]);
  const locale = localeOf(language);
  const { line, perThousand } = turnout;
  const mean = perThousand === null ? null : formatNumber(perThousand, locale);
  return (
    <section className="rule" aria-labelledby="commune">
      <h2 id="commune">{t("own")}</h2>
      <p className="mt-3">{ownWords(turnout, locale, t)}</p>
      {line && mean ? (
        <p>
          {t("ownMean", { rate: mean })}{" "}
          {line.missing > 0 ? t("ownMissing", { missing: line.missing }) : null}
        </p>
      ) : null}
    </section>
  );
}

type Words = Awaited<ReturnType<typeof getTranslations<"paper.coverage">>>;

function ownWords({ commune, line, names }: OwnTurnout, locale: Locale, t: Words): string {
  const { name } = commune;
  if (!line) return t("ownUnknown", { name });
  if (line.respondents === 0) return t("ownNone", { name });
  const rate = line.perThousand === null ? t("unknown") : formatNumber(line.perThousand, locale);
  const told = { name, count: line.respondents, rate };
  if (line.communes.length === 1) return t("ownAlone", told);
  const named = new Map([...names, [outside, t("outside")]]);
  return t("ownTogether", { ...told, places: placesWords(line.communes, named, locale) });
}
