import { getLocale, getTranslations } from "next-intl/server";
import { dayOf, homeTimeZone } from "@/lib/core/day";
import { localeOf } from "@/lib/core/locale";
import type { ConsentGiven } from "@/lib/privacy/consents/queries";
import { dayInWords } from "./value-words";

/** What was agreed to, since when, and until when. */
export async function OwnConsents({ consents }: { consents: ConsentGiven[] }) {
  const [t, language] = await Promise.all([getTranslations("myData"), getLocale()]);
  const on = (instant: Date) => dayInWords(dayOf(instant, homeTimeZone), localeOf(language));
  if (consents.length === 0) return <p className="max-w-measure">{t("noConsents")}</p>;
  return (
    <>
      <ul className="rows">
        {consents.map(({ purpose, givenAt, withdrawnAt }) => (
          <li key={`${purpose} ${givenAt.toISOString()}`}>
            <b>{purpose === "push" ? t("pushConsent") : t(`codes.consents.${purpose}`)}</b>
            <p className="small muted">
              {withdrawnAt
                ? t("withdrawnOn", { from: on(givenAt), until: on(withdrawnAt) })
                : t("since", { day: on(givenAt) })}
            </p>
          </li>
        ))}
      </ul>
      <p className="mt-4 max-w-measure">{t("consentHow")}</p>
    </>
  );
}
