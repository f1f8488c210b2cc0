import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { Mark } from "@/components/illustrations/mark";
import { QrCode } from "@/components/presence/qr-code";
import { spacedCode } from "@/lib/bookings/presence/rules";
import { formatDay, formatTimes } from "@/lib/core/format";
import { localeOf } from "@/lib/core/locale";
import { getArrivalPoster } from "@/lib/events/arrivals/queries";
import { eventSlugInput } from "@/lib/events/attendance/schema";
import { env } from "@/lib/infra/env";
import { orNotFound } from "@/lib/web/not-found";
import { requirePerson } from "@/lib/web/session";

type Props = { params: Promise<{ slug: string; event: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("eventsDay"))("poster.title") };
}

/** The A4 sheet by the door of an event: a square for telephones, an address and a code for everybody else. */
export default async function EventPosterPage({ params }: Props) {
  const { slug, event: name } = await params;
  const base = `/hote/${slug}/evenements/${name}`;
  const actor = await requirePerson(`${base}/entree`);
  if (!eventSlugInput.safeParse(name).success) notFound();
  const event = await orNotFound(getArrivalPoster(actor, name));
  if (event.space.slug !== slug) notFound();
  const [t, language] = await Promise.all([getTranslations("eventsDay.poster"), getLocale()]);
  const locale = localeOf(language);
  const url = `${env().NEXTAUTH_URL}/evenements/${name}/arrivee`;
  const address = url.replace(/^https?:\/\//, "");
  return (
    <div className="wrap max-w-[52rem]">
      <p className="no-print mb-4">
        <a href={`${base}/presence`}>{t("back")}</a>
      </p>
      <article className="door-poster">
        <p className="door-poster-mark">
          <Mark />
          Cowloting
        </p>
        <h1>{event.title}</h1>
        <p>
          {formatDay(event.day, locale)}, {formatTimes(event, event.timeZone, locale)}
        </p>
        <p className="door-poster-say">{t("say")}</p>
        <QrCode text={`${url}?code=${event.code}`} label={t("qr", { address })} />
        <p>{t("orType")}</p>
        <p className="door-poster-address">{address}</p>
        <p>{t("thenCode")}</p>
        <p className="door-poster-code num">{spacedCode(event.code)}</p>
        <p>{t("noPhone")}</p>
      </article>
    </div>
  );
}
