import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { HostTabs } from "@/components/events/host-tabs";
import { organiserCrumbs } from "@/components/events/organiser-crumbs";
import { RepeatForm, RepeatPreview } from "@/components/events/repeat-forms";
import { seriesRefusalKeys } from "@/components/series/refusals";
import { Message } from "@/components/ui/message";
import { PageHead } from "@/components/ui/page-head";
import { type SearchParameters, textOf } from "@/lib/bookings/searches/rules";
import { frequencies } from "@/lib/bookings/series/schema";
import { addDays, type Day, parseDay } from "@/lib/core/day";
import { getEventToEdit } from "@/lib/events/hosted/queries";
import { canDo } from "@/lib/events/policy";
import { previewRepeat } from "@/lib/events/series/queries";
import { now } from "@/lib/infra/clock";
import { orNotFound } from "@/lib/web/not-found";
import { requirePerson } from "@/lib/web/session";
import { repeatEventAction } from "../../actions";

type Props = {
  params: Promise<{ slug: string; event: string }>;
  searchParams: Promise<SearchParameters>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("eventsEdit.repeat"))("title") };
}

export default async function RepeatEventPage({ params, searchParams }: Props) {
  const [address, query] = await Promise.all([params, searchParams]);
  const { slug } = address;
  const actor = await requirePerson(`/hote/${slug}/evenements/${address.event}/repeter`);
  const event = await orNotFound(getEventToEdit(actor, address));
  if (!canDo(actor, "create", { spaceId: event.space.id })) notFound();
  const [t, refusals, common] = await Promise.all([
    getTranslations("eventsEdit.repeat"),
    getTranslations("series"),
    getTranslations("common"),
  ]);
  const { repeat, until } = readRepeat(query, event.fields.day);
  const preview = repeat && (await orNotFound(previewRepeat(actor, address, repeat, now())));
  const { space, fields } = event;
  return (
    <div className="wrap max-w-[52rem]">
      <PageHead
        title={t("title")}
        lead={t("lead", { title: fields.title })}
        crumbsLabel={common("breadcrumb")}
        crumbs={await organiserCrumbs(actor, space, fields.title)}
      />
      <HostTabs
        slug={slug}
        eventSlug={event.slug}
        current="edit"
        isWithin
        readsPeople={event.readsPeople}
      />
      <RepeatForm asked={{ frequency: repeat?.frequency ?? "monthly", until }} />
      {preview?.ok ? (
        <RepeatPreview
          dates={preview.value}
          hidden={{ eventId: event.id, frequency: repeat?.frequency ?? "", lastDay: until }}
          action={repeatEventAction}
        />
      ) : null}
      {preview && !preview.ok ? (
        <Message tone="warn">
          <p>
            {preview.refusal === "event_ended" || preview.refusal === "no_date"
              ? t("noDate")
              : refusals(seriesRefusalKeys[preview.refusal])}
          </p>
        </Message>
      ) : null}
    </div>
  );
}

/** What the address asks for; nothing until both are said, three months proposed. */
function readRepeat(query: SearchParameters, day: Day) {
  const frequency = frequencies.find((known) => known === textOf(query["frequence"]));
  const lastDay = parseDay(textOf(query["jusqu-au"]));
  const repeat = frequency && lastDay ? { frequency, lastDay } : null;
  return { repeat, until: lastDay ?? addDays(day, 91) };
}
