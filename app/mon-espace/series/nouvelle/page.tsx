import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PreviewForm } from "@/components/series/preview-form";
import { seriesRefusalKeys } from "@/components/series/refusals";
import { SeriesForm, type SeriesFormValues } from "@/components/series/series-form";
import { Message } from "@/components/ui/message";
import { PageHead } from "@/components/ui/page-head";
import { inServiceOn } from "@/lib/bookings/rules";
import { spaceSlugInput } from "@/lib/bookings/schema";
import { type SearchParameters, textOf } from "@/lib/bookings/searches/rules";
import { firstOnOrAfter } from "@/lib/bookings/series/patterns/rules";
import { previewSeries } from "@/lib/bookings/series/previews/queries";
import { seriesWishInput } from "@/lib/bookings/series/schema";
import type { PersonActor } from "@/lib/core/actor";
import { addDays, type Day, dayOf, parseDay } from "@/lib/core/day";
import { now } from "@/lib/infra/clock";
import { getSpaceBySlug, type Space } from "@/lib/spaces/queries";
import { orNotFound } from "@/lib/web/not-found";
import { requirePerson } from "@/lib/web/session";
import { bookSeriesAction } from "../actions";

type Props = { searchParams: Promise<SearchParameters> };

/** Proposed until the member says otherwise: eight weeks, about as far as one may book. */
const usualDays = 56;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("series"))("title") };
}

export default async function NewSeriesPage({ searchParams }: Props) {
  const parameters = await searchParams;
  const actor = await requirePerson(addressOf(parameters));
  if (!parameters["lieu"]) redirect("/lieux");
  const slug = spaceSlugInput.safeParse(textOf(parameters["lieu"]));
  if (!slug.success) notFound();
  const at = now();
  const [space, t, common] = await Promise.all([
    orNotFound(getSpaceBySlug(slug.data)),
    getTranslations("series"),
    getTranslations("common"),
  ]);
  const today = dayOf(at, space.calendar.timeZone);
  const values = valuesOf(parameters, space, today);
  return (
    <div className="wrap max-w-[44rem]">
      <PageHead
        title={t("title")}
        lead={t("lead")}
        crumbsLabel={common("breadcrumb")}
        crumbs={[
          { label: t("mySpace"), href: "/mon-espace" },
          { label: t("index"), href: "/mon-espace/series" },
          { label: space.name },
        ]}
      />
      <div className="grid gap-8">
        <SeriesForm
          slug={space.slug}
          resources={inServiceOn(space.resources, today)}
          values={values}
          today={today}
        />
        {parameters["jusqu-au"] === undefined ? null : (
          <Preview actor={actor} space={space} values={values} at={at} />
        )}
      </div>
    </div>
  );
}

function addressOf(parameters: SearchParameters): string {
  const entries = Object.keys(parameters).map((name): [string, string] => [
    name,
    textOf(parameters[name]),
  ]);
  return `/mon-espace/series/nouvelle?${new URLSearchParams(entries)}`;
}

/** What the form shows: what the address says, else what one most likely means. */
function valuesOf(parameters: SearchParameters, space: Space, today: Day): SeriesFormValues {
  const said = (name: string) => textOf(parameters[name]).slice(0, 40);
  const asked = parseDay(said("jour"));
  const firstDay = asked ? firstOnOrAfter(asked, today) : addDays(today, 7);
  return {
    resourceId: said("poste") || (space.resources[0]?.id ?? ""),
    part: said("moment") || "day",
    startTime: said("debut"),
    endTime: said("fin"),
    frequency: said("rythme") || "weekly",
    firstDay: parameters["jusqu-au"] === undefined ? firstDay : said("jour"),
    lastDay: said("jusqu-au") || addDays(firstDay, usualDays),
  };
}

type PreviewProps = { actor: PersonActor; space: Space; values: SeriesFormValues; at: Date };

async function Preview({ actor, space, values, at }: PreviewProps) {
  const t = await getTranslations("series");
  const typed = { slug: space.slug, ...values };
  const filled = Object.fromEntries(Object.entries(typed).filter(([, value]) => value !== ""));
  const wish = seriesWishInput.safeParse(filled);
  if (!wish.success) {
    return (
      <Message tone="warn" role="alert">
        {t("incomplete")}
      </Message>
    );
  }
  const preview = await previewSeries(actor, wish.data, at);
  if (!preview.ok) {
    return (
      <Message tone="warn" role="alert">
        {t(seriesRefusalKeys[preview.refusal])}
      </Message>
    );
  }
  return (
    <PreviewForm
      preview={preview.value}
      pattern={wish.data}
      hidden={{ ...filled, idempotencyKey: crypto.randomUUID() }}
      action={bookSeriesAction}
    />
  );
}
