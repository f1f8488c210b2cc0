import { getLocale, getTranslations } from "next-intl/server";
import { dayOf } from "@/lib/core/day";
import { formatDay, formatTime } from "@/lib/core/format";
import { localeOf } from "@/lib/core/locale";
import { networkTimeZone } from "@/lib/spaces/schema";

type JobHealthProps = {
  state: "running" | "stopped" | "unknown";
  lastJobAt: string | null;
  failedJobs: number | null;
};

/** Whether what runs by itself runs: one line, read from what balancers read. */
export async function JobHealth({ state, lastJobAt, failedJobs }: JobHealthProps) {
  const [t, language] = await Promise.all([getTranslations("reports.jobs"), getLocale()]);
  const locale = localeOf(language);
  const last = lastJobAt ? new Date(lastJobAt) : null;
  const sent = last
    ? t("last", {
        day: formatDay(dayOf(last, networkTimeZone), locale),
        time: formatTime(last, networkTimeZone, locale),
      })
    : t("lastNone");
  const known = state === "unknown" ? [] : [sent, t("failed", { count: failedJobs ?? 0 })];
  const isWell = state !== "stopped" && !failedJobs;
  return (
    <section className="no-print mt-8" aria-labelledby="taches">
      <h2 id="taches" className="text-h3">
        {t("title")}
      </h2>
      <p className={isWell ? "small muted" : "message message-warn"}>
        {[t(state), ...known].join(" ")}
      </p>
    </section>
  );
}
