import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { CompanionList } from "@/components/company/companion-list";
import { Message } from "@/components/ui/message";
import { PageHead } from "@/components/ui/page-head";
import { Section } from "@/components/ui/section";
import { type CompanyOfDay, getCompanyOfDay } from "@/lib/bookings/company/queries";
import { readCompanyDay } from "@/lib/bookings/company/rules";
import { furthestDays } from "@/lib/bookings/company/schema";
import { spaceSlugInput } from "@/lib/bookings/schema";
import { type SearchParameters, textOf } from "@/lib/bookings/searches/rules";
import { addDays, type Day, dayOf } from "@/lib/core/day";
import { formatDay } from "@/lib/core/format";
import { localeOf } from "@/lib/core/locale";
import { now } from "@/lib/infra/clock";
import { networkTimeZone } from "@/lib/spaces/schema";
import { orNotFound } from "@/lib/web/not-found";
import { currentActor } from "@/lib/web/session";

type Props = { params: Promise<{ slug: string }>; searchParams: Promise<SearchParameters> };

export async function generateMetadata(): Promise<Metadata> {
  const title = (await getTranslations("company"))("title");
  return { title, robots: { index: false } };
}

export default async function CompanyPage({ params, searchParams }: Props) {
  const [{ slug }, parameters, actor] = await Promise.all([params, searchParams, currentActor()]);
  if (!spaceSlugInput.safeParse(slug).success) notFound();
  const at = now();
  const today = dayOf(at, networkTimeZone);
  const day = readCompanyDay(textOf(parameters["jour"]), today);
  const [company, t, common, spaces, language] = await Promise.all([
    orNotFound(getCompanyOfDay(actor, slug, day, at)),
    getTranslations("company"),
    getTranslations("common"),
    getTranslations("spaces"),
    getLocale(),
  ]);
  const { space, count, isHost } = company;
  return (
    <div className="wrap max-w-[44rem]">
      <PageHead
        title={t("title")}
        lead={t("lead", { space: space.name, day: formatDay(day, localeOf(language), today) })}
        crumbsLabel={common("breadcrumb")}
        crumbs={[
          { label: spaces("places"), href: "/lieux" },
          { label: space.name, href: `/lieux/${slug}` },
          { label: t("title") },
        ]}
      />
      <Days slug={slug} day={day} today={today} />
      <p className="mt-4 text-lead">{count === null ? t("few") : t("count", { count })}</p>
      <Section id="membres" title={t("members")}>
        <Members company={company} />
      </Section>
      <p className="mt-6 flex flex-wrap gap-4">
        <a className="btn btn-primary" href={`/reserver?lieu=${slug}&jour=${day}`}>
          {t("book")}
        </a>
        {isHost ? (
          <a className="btn btn-secondary" href={`/hote/${slug}?jour=${day}`}>
            {t("host")}
          </a>
        ) : null}
      </p>
    </div>
  );
}

async function Days({ slug, day, today }: { slug: string; day: Day; today: Day }) {
  const t = await getTranslations("company");
  const page = (other: Day) => `/lieux/${slug}/presences?jour=${other}`;
  return (
    <p className="flex flex-wrap gap-x-6">
      {day > today ? (
        <a className="inline-flex min-h-11 items-center" href={page(addDays(day, -1))}>
          {t("before")}
        </a>
      ) : null}
      {day < addDays(today, furthestDays) ? (
        <a className="inline-flex min-h-11 items-center" href={page(addDays(day, 1))}>
          {t("after")}
        </a>
      ) : null}
    </p>
  );
}

async function Members({ company: { people, isSeen, space, day } }: { company: CompanyOfDay }) {
  const t = await getTranslations("company");
  if (!people) {
    const back = encodeURIComponent(`/lieux/${space.slug}/presences?jour=${day}`);
    return (
      <>
        <p>{t("signIn")}</p>
        <p className="mt-3">
          <a className="btn btn-secondary" href={`/connexion?suite=${back}`}>
            {t("signInButton")}
          </a>
        </p>
      </>
    );
  }
  return (
    <>
      {isSeen === null ? null : (
        <div className="mb-4">
          <Message tone="info">{t(isSeen ? "seen" : "unseen")}</Message>
        </div>
      )}
      <p className="muted mb-3">{people.length === 0 ? t("nobody") : t("membersLead")}</p>
      <CompanionList people={people} timeZone={space.timeZone} />
    </>
  );
}
