import { ChevronLeft, ChevronRight } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { addDays, type Day } from "@/lib/core/day";

type WeekLinksProps = {
  slug: string;
  first: Day;
  today: Day;
  lastDay: Day;
};

/** To the seven days before and after, never into the past nor beyond what may be booked. */
export async function WeekLinks({ slug, first, today, lastDay }: WeekLinksProps) {
  const t = await getTranslations("spaces");
  const before = addDays(first, -7);
  const after = addDays(first, 7);
  return (
    <span className="flex gap-2">
      {first > today ? (
        <a
          className="btn-icon btn-icon-framed"
          href={`/lieux/${slug}?semaine=${before < today ? today : before}#semaine`}
          aria-label={t("weekBefore")}
        >
          <ChevronLeft size={20} strokeWidth={1.75} aria-hidden />
        </a>
      ) : null}
      {after <= lastDay ? (
        <a
          className="btn-icon btn-icon-framed"
          href={`/lieux/${slug}?semaine=${after}#semaine`}
          aria-label={t("weekAfter")}
        >
          <ChevronRight size={20} strokeWidth={1.75} aria-hidden />
        </a>
      ) : null}
    </span>
  );
}
