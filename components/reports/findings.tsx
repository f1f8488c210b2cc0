import { getLocale, getTranslations } from "next-intl/server";
import { formatNumber, formatShare } from "@/lib/core/format";
import { localeOf } from "@/lib/core/locale";
import { changeOf } from "@/lib/reports/comparisons/rules";
import { shownCount } from "@/lib/reports/residences/rules";
import { shareOf } from "@/lib/reports/rules";
import type { NetworkReport, Usage } from "@/lib/reports/schema";

type FindingsProps = {
  report: NetworkReport;
  /** The period before, whole; null where there is none, or while this one runs. */
  before: { usage: Usage; words: string } | null;
};

/** What the figures say, in a few sentences, beside what they were before. */
export async function Findings({ report: { network }, before }: FindingsProps) {
  const [t, language] = await Promise.all([getTranslations("reports.findings"), getLocale()]);
  const locale = localeOf(language);
  const share = shareOf(network.occupied, network.offered);
  const shareBefore = before && shareOf(before.usage.occupied, before.usage.offered);
  const days = changeOf(network.personDays, before?.usage.personDays ?? null);
  const users = network.users === null ? null : shownCount(network.users);
  const usersBefore =
    before === null || before.usage.users === null ? null : shownCount(before.usage.users);
  const people = users === null ? null : changeOf(users, usersBefore);
  return (
    <section className="findings" aria-labelledby="constats">
      <h2 id="constats" className="sr-only">
        {t("title")}
      </h2>
      <ul>
        {share === null ? null : (
          <li>
            {t("occupied", {
              share: formatShare(share, locale),
              isCompared: String(shareBefore !== null),
              before: shareBefore === null ? "" : formatShare(shareBefore, locale),
            })}{" "}
            {t("empty", { count: network.booked - network.occupied })}
          </li>
        )}
        <li>
          {t("personDays", {
            days: formatNumber(network.personDays, locale),
            count: network.personDays,
            direction: days.direction,
            change: formatNumber(days.difference, locale),
          })}
        </li>
        {users === null || people === null ? null : (
          <li>
            {t("users", {
              count: users,
              direction: people.direction,
              change: formatNumber(people.difference, locale),
            })}
          </li>
        )}
      </ul>
      <p className="small muted">
        {before ? t("before", { period: before.words }) : t("notCompared")}
      </p>
    </section>
  );
}
