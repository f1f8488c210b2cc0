import { getLocale, getTranslations } from "next-intl/server";
import { formatNumber } from "@/lib/core/format";
import { localeOf } from "@/lib/core/locale";
import { shareOf } from "@/lib/reports/rules";
import type { NetworkReport, Usage } from "@/lib/reports/schema";
import { personsWords, shareWords } from "./share-words";

/** Each space and the network, with real occupancy as a bar and every figure in its column. */
export async function SpaceTable({ report }: { report: NetworkReport }) {
  const t = await getTranslations("reports");
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls sideways must be reachable by keyboard
    <section className="scroll-x" tabIndex={0} aria-label={t("bySpaceCaption")}>
      <table className="table min-w-[46rem]">
        <caption>{t("bySpaceCaption")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("space")}</th>
            <th scope="col" className="end">
              {t("offered")}
            </th>
            <th scope="col" className="end">
              {t("booked")}
            </th>
            <th scope="col" className="end" colSpan={2}>
              {t("occupied")}
            </th>
            <th scope="col" className="end">
              {t("personDays")}
            </th>
            <th scope="col" className="end">
              {t("users")}
            </th>
          </tr>
        </thead>
        <tbody>
          {report.spaces.map(({ slug, name, communeName, usage }) => (
            <Row key={slug} name={name} detail={communeName} usage={usage} />
          ))}
        </tbody>
        <tfoot>
          <Row name={t("network")} usage={report.network} />
        </tfoot>
      </table>
    </section>
  );
}

async function Row({ name, detail, usage }: { name: string; detail?: string; usage: Usage }) {
  const [t, language] = await Promise.all([getTranslations("reports"), getLocale()]);
  const locale = localeOf(language);
  const share = shareOf(usage.occupied, usage.offered) ?? 0;
  return (
    <tr>
      <th scope="row">
        <b>{name}</b>
        {detail ? <span className="muted block">{detail}</span> : null}
      </th>
      <td className="end">{formatNumber(usage.offered, locale)}</td>
      <td className="end">{shareWords(usage.booked, usage.offered, locale, t)}</td>
      <td className="w-32">
        <svg
          viewBox="0 0 100 10"
          preserveAspectRatio="none"
          className="share-bar"
          aria-hidden="true"
        >
          <rect width="100" height="10" className="share-bar-all" />
          <rect width={Math.round(share * 100)} height="10" />
        </svg>
      </td>
      <td className="end">{shareWords(usage.occupied, usage.offered, locale, t)}</td>
      <td className="end">{formatNumber(usage.personDays, locale)}</td>
      <td className="end">{personsWords(usage.users, locale, t)}</td>
    </tr>
  );
}
