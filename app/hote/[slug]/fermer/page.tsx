import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { ClosureForm } from "@/components/host/closure-form";
import { Message } from "@/components/ui/message";
import { PageHead } from "@/components/ui/page-head";
import { previewClosure } from "@/lib/bookings/closures/queries";
import { getHostDay } from "@/lib/bookings/host-days/queries";
import { type BookingPart, bookingPartInput, spaceSlugInput } from "@/lib/bookings/schema";
import { addDays, dayOf, parseDay } from "@/lib/core/day";
import { formatDay } from "@/lib/core/format";
import { localeOf } from "@/lib/core/locale";
import { now } from "@/lib/infra/clock";
import { networkTimeZone } from "@/lib/spaces/schema";
import { orNotFound } from "@/lib/web/not-found";
import { requirePerson } from "@/lib/web/session";
import { announceClosureAction } from "../actions";

type Props = {
  params: Promise<{ slug: string }>;
  searchParams: Promise<{ jour?: string | string[]; moment?: string | string[] }>;
};

const furthestDays = 365;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("host"))("closeTitle") };
}

export default async function ClosePage({ params, searchParams }: Props) {
  const [{ slug }, query] = await Promise.all([params, searchParams]);
  const actor = await requirePerson(`/hote/${slug}/fermer`);
  if (!spaceSlugInput.safeParse(slug).success) notFound();
  const at = now();
  const today = dayOf(at, networkTimeZone);
  const lastDay = addDays(today, furthestDays);
  const asked = typeof query.jour === "string" ? parseDay(query.jour) : today;
  const isValid = asked !== null && asked >= today && asked <= lastDay;
  const day = isValid ? asked : today;
  const moment = bookingPartInput.safeParse(query.moment);
  const part: BookingPart | null = isValid && moment.success ? moment.data : null;
  const { space } = await orNotFound(getHostDay(actor, slug, day, at));
  const [hits, t, common, language] = await Promise.all([
    part ? previewClosure(actor, { slug, day, part }, at) : null,
    getTranslations("host"),
    getTranslations("common"),
    getLocale(),
  ]);
  return (
    <div className="wrap max-w-[52rem]">
      <PageHead
        title={t("closeTitle")}
        lead={t("closeLead")}
        crumbsLabel={common("breadcrumb")}
        crumbs={[
          { label: t("title", { space: space.name }), href: `/hote/${slug}` },
          { label: t("closeTitle") },
        ]}
      />
      {isValid ? null : (
        <Message tone="warn" role="alert">
          {t("closeDateInvalid", { last: formatDay(lastDay, localeOf(language), today) })}
        </Message>
      )}
      <ClosureForm
        slug={slug}
        day={day}
        range={{ first: today, last: lastDay }}
        part={part}
        hits={hits}
        action={announceClosureAction}
      />
    </div>
  );
}
