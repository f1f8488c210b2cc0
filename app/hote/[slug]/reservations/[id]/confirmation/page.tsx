import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { nameOf } from "@/components/host/entry-words";
import { dayWords } from "@/components/memberships/day-words";
import { localized } from "@/components/spaces/localized";
import { PageHead } from "@/components/ui/page-head";
import { bookingIdInput, spaceSlugInput } from "@/lib/bookings/schema";
import { getHostBooking } from "@/lib/bookings/weeks/queries";
import { capitalised, formatTimes } from "@/lib/core/format";
import { localeOf } from "@/lib/core/locale";
import { getNetworkSettings } from "@/lib/privacy/network-settings/queries";
import { orNotFound } from "@/lib/web/not-found";
import { requirePerson } from "@/lib/web/session";
import { noteViews } from "@/lib/web/viewed-people";

type Props = { params: Promise<{ slug: string; id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("belonging.confirmation"))("pageTitle") };
}

/** A sheet for somebody without a screen: when, where, the way there, in big plain words. */
export default async function ConfirmationPage({ params }: Props) {
  const { slug, id } = await params;
  const actor = await requirePerson(`/hote/${slug}/reservations/${id}/confirmation`);
  if (!spaceSlugInput.safeParse(slug).success) notFound();
  if (!bookingIdInput.safeParse({ bookingId: id }).success) notFound();
  const { space, entry } = await orNotFound(getHostBooking(actor, slug, id));
  noteViews(actor, { spaceId: space.id, screen: "confirmation_sheet", people: [entry] });
  const [t, host, common, language] = await Promise.all([
    getTranslations("belonging.confirmation"),
    getTranslations("host"),
    getTranslations("common"),
    getLocale(),
  ]);
  const locale = localeOf(language);
  const { publisherPhone, contactEmail } = await getNetworkSettings();
  const { street, postalCode, commune } = space;
  const rows = [
    { label: t("when"), text: capitalised(dayWords(entry.day, locale), locale) },
    { label: t("hours"), text: formatTimes(entry, space.calendar.timeZone, locale) },
    { label: t("place"), text: entry.resource.name },
    { label: t("where"), text: `${space.name}, ${street}, ${postalCode} ${commune.name}` },
  ];
  return (
    <div className="wrap max-w-[52rem]">
      <div className="no-print">
        <PageHead
          title={t("pageTitle")}
          lead={t("print")}
          crumbsLabel={common("breadcrumb")}
          crumbs={[
            { label: host("title", { space: space.name }), href: `/hote/${slug}` },
            { label: t("back"), href: `/hote/${slug}/reservations/${id}` },
            { label: t("pageTitle") },
          ]}
        />
      </div>
      <article className="confirmation">
        <h2>{t(headOf(entry.state))}</h2>
        <p>{t("for", { name: nameOf(entry, { host }) })}</p>
        <dl>
          {rows.map(({ label, text }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{text}</dd>
            </div>
          ))}
          <div>
            <dt>{t("way")}</dt>
            <dd className="confirmation-text">{localized(space.texts.access, locale)}</dd>
          </div>
          <div>
            <dt>{t("host")}</dt>
            <dd className="confirmation-text">{localized(space.texts.hosting, locale)}</dd>
          </div>
        </dl>
        <p>{t("cancel")}</p>
        <p>
          {publisherPhone
            ? t("reach", { phone: publisherPhone, email: contactEmail })
            : t("reachByMail", { email: contactEmail })}
        </p>
      </article>
    </div>
  );
}

/** A sheet never says « réservée » of what is not. */
function headOf(state: string): "head" | "requested" | "cancelled" {
  if (state === "confirmed") return "head";
  return state === "requested" || state === "held" ? "requested" : "cancelled";
}
