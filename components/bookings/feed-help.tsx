import { getTranslations } from "next-intl/server";

const programs = ["Google", "Apple", "Outlook", "Other"] as const;

/** How each usual calendar is given an address. */
export async function FeedHelp() {
  const t = await getTranslations("agenda");
  return (
    <>
      <dl className="grid gap-5 sm:grid-cols-2">
        {programs.map((program) => (
          <div key={program}>
            <dt className="font-bold">{t(`how${program}`)}</dt>
            <dd className="mt-1">{t(`how${program}Steps`)}</dd>
          </div>
        ))}
      </dl>
      <p className="muted mt-6 max-w-measure">{t("howNote")}</p>
    </>
  );
}
