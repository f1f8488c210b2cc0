import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { z } from "zod";
import { BookForForm } from "@/components/host/book-for-form";
import { PageHead } from "@/components/ui/page-head";
import { lookUpPeople } from "@/lib/bookings/look-ups/commands";
import { spaceSlugInput } from "@/lib/bookings/schema";
import { type SearchParameters, textOf } from "@/lib/bookings/searches/rules";
import { getHostWeek } from "@/lib/bookings/weeks/queries";
import { halfOf, readCell, weekAsked } from "@/lib/bookings/weeks/rules";
import { dayOf } from "@/lib/core/day";
import { formatDay } from "@/lib/core/format";
import { localeOf } from "@/lib/core/locale";
import { now } from "@/lib/infra/clock";
import { getMemberOf } from "@/lib/members/memberships/queries";
import { networkTimeZone } from "@/lib/spaces/schema";
import { orNotFound } from "@/lib/web/not-found";
import { requirePerson } from "@/lib/web/session";
import { noteViews } from "@/lib/web/viewed-people";
import { bookForAction } from "./actions";

type Props = { params: Promise<{ slug: string }>; searchParams: Promise<SearchParameters> };

const personInput = z.uuid();
const nobody = { people: [], proof: null };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("board"))("cell.pageTitle") };
}

/** What a host may do with a free cell of the week board. */
export default async function CellPage({ params, searchParams }: Props) {
  const [{ slug }, query] = await Promise.all([params, searchParams]);
  const actor = await requirePerson(`/hote/${slug}/semaine`);
  const [cell, at] = [readCell(query), now()];
  if (!spaceSlugInput.safeParse(slug).success || !cell) notFound();
  const today = dayOf(at, networkTimeZone);
  const first = weekAsked(cell.day, today);
  if (!first) notFound();
  const text = textOf(query["membre"]).slice(0, 200);
  const asked = personInput.safeParse(textOf(query["pour"]));
  const [{ space }, found, chosen, t, host, common, language] = await Promise.all([
    orNotFound(getHostWeek(actor, slug, first)),
    orNotFound(lookUpPeople(actor, { slug, text }, at)),
    asked.success && text.trim() === ""
      ? orNotFound(getMemberOf(actor, { slug, personId: asked.data }))
      : null,
    getTranslations("board"),
    getTranslations("host"),
    getTranslations("common"),
    getLocale(),
  ]);
  const resource = space.resources.find(({ id }) => id === textOf(query["poste"]));
  if (!resource) notFound();
  const looked = found.ok ? found.value : nobody;
  const people = chosen
    ? [{ id: chosen.member.personId, name: chosen.member.name }]
    : looked.people;
  const seen = people.map(({ id }) => ({ personId: id }));
  noteViews(actor, { spaceId: space.id, screen: "member_choice", people: seen });
  const locale = localeOf(language);
  const part = halfOf(cell, space.calendar);
  return (
    <div className="wrap max-w-[44rem]">
      <PageHead
        title={t("cell.pageTitle")}
        lead={t("cell.lead", {
          resource: resource.name,
          day: formatDay(cell.day, locale),
          part: t(`parts.${part}`),
        })}
        crumbsLabel={common("breadcrumb")}
        crumbs={[
          { label: host("title", { space: space.name }), href: `/hote/${slug}` },
          { label: t("booking.crumb"), href: `/hote/${slug}/semaine?du=${first}` },
          { label: t("cell.pageTitle") },
        ]}
      />
      <BookForForm
        space={space}
        resource={resource}
        cell={cell}
        at={at}
        search={text}
        people={people}
        proof={looked.proof}
        isLimited={!found.ok}
        idempotencyKey={crypto.randomUUID()}
        action={bookForAction}
      />
      <ul className="mt-8 flex flex-wrap gap-3">
        {cell.day === today ? (
          <li>
            <a className="btn btn-secondary" href={`/hote/${slug}/passage`}>
              {t("cell.walkIn")}
            </a>
          </li>
        ) : null}
        <li>
          <a
            className="btn btn-secondary"
            href={`/hote/${slug}/fermer?jour=${cell.day}&moment=${part}&quoi=${resource.id}`}
          >
            {t("cell.close")}
          </a>
        </li>
      </ul>
    </div>
  );
}
