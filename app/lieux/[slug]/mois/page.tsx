import { ChevronLeft, ChevronRight } from "lucide-react";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { MonthTable } from "@/components/spaces/month-table";
import { PageHead } from "@/components/ui/page-head";
import { getSpaceMonth } from "@/lib/bookings/months/queries";
import { lastBookableDay } from "@/lib/bookings/rules";
import { spaceSlugInput } from "@/lib/bookings/schema";
import type { SearchParameters } from "@/lib/bookings/searches/rules";
import { monthOf, readMonthPage } from "@/lib/bookings/space-pages/rules";
import { dayOf, daysBetween } from "@/lib/core/day";
import { capitalised, formatMonth } from "@/lib/core/format";
import { localeOf } from "@/lib/core/locale";
import { now } from "@/lib/infra/clock";
import { networkTimeZone } from "@/lib/spaces/schema";
import { orNotFound } from "@/lib/web/not-found";

type Props = { params: Promise<{ slug: string }>; searchParams: Promise<SearchParameters> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("spaces"))("month.pageTitle") };
}

export default async function SpaceMonthPage({ params, searchParams }: Props) {
  const [{ slug }, parameters] = await Promise.all([params, searchParams]);
  if (!spaceSlugInput.safeParse(slug).success) notFound();
  const at = now();
  const today = dayOf(at, networkTimeZone);
  const from = readMonthPage(parameters, today);
  const after = monthOf(from, 1);
  const range = { from, days: daysBetween(from, after) };
  const [{ space, days }, t, language] = await Promise.all([
    orNotFound(getSpaceMonth(slug, range, at)),
    getTranslations("spaces"),
    getLocale(),
  ]);
  const locale = localeOf(language);
  const address = (first: string) => `/lieux/${slug}/mois?mois=${first.slice(0, 7)}`;
  const month = formatMonth(from, locale);
  return (
    <div className="wrap max-w-[44rem]">
      <PageHead
        title={t("month.title", { month: capitalised(month, locale) })}
        lead={t("month.lead", { space: space.name })}
        crumbsLabel={(await getTranslations("common"))("breadcrumb")}
        crumbs={[
          { label: t("places"), href: "/lieux" },
          { label: space.name, href: `/lieux/${slug}` },
          { label: t("month.pageTitle") },
        ]}
      >
        <nav className="flex gap-2" aria-label={t("month.view")}>
          {from > today ? (
            <a
              className="btn-icon btn-icon-framed"
              href={address(monthOf(from, -1))}
              aria-label={t("month.previous")}
            >
              <ChevronLeft size={20} strokeWidth={1.75} aria-hidden />
            </a>
          ) : null}
          {after <= lastBookableDay(space, at) ? (
            <a
              className="btn-icon btn-icon-framed"
              href={address(after)}
              aria-label={t("month.next")}
            >
              <ChevronRight size={20} strokeWidth={1.75} aria-hidden />
            </a>
          ) : null}
        </nav>
      </PageHead>
      <MonthTable slug={slug} days={days} first={from} today={today} at={at} />
    </div>
  );
}
