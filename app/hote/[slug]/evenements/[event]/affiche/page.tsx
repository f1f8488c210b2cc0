import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { HostTabs } from "@/components/events/host-tabs";
import { organiserCrumbs } from "@/components/events/organiser-crumbs";
import { PicturePanel } from "@/components/events/picture-panel";
import { SpeakerPanel } from "@/components/events/speaker-panel";
import { PageHead } from "@/components/ui/page-head";
import { lookUpPeople } from "@/lib/bookings/look-ups/commands";
import { canRunDay } from "@/lib/bookings/policy";
import { type SearchParameters, textOf } from "@/lib/bookings/searches/rules";
import type { Actor } from "@/lib/core/actor";
import { canDo } from "@/lib/events/policy";
import { getEvent } from "@/lib/events/queries";
import { listNamed } from "@/lib/events/speakers/queries";
import { now } from "@/lib/infra/clock";
import { orNotFound } from "@/lib/web/not-found";
import { requirePerson } from "@/lib/web/session";
import { noteViews } from "@/lib/web/viewed-people";
import {
  addSpeakerAction,
  removePictureAction,
  removeSpeakerAction,
  savePictureAction,
} from "../../actions";

type Props = {
  params: Promise<{ slug: string; event: string }>;
  searchParams: Promise<SearchParameters>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("eventsEdit.picture"))("pageTitle") };
}

export default async function EventPicturePage({ params, searchParams }: Props) {
  const [address, query] = await Promise.all([params, searchParams]);
  const { slug } = address;
  const actor = await requirePerson(`/hote/${slug}/evenements/${address.event}/affiche`);
  const event = await orNotFound(getEvent(actor, address.event, now()));
  const { space, title } = event;
  const facts = { ...event, spaceId: space.id };
  const [mayEdit, mayName] = [canDo(actor, "edit", facts), canDo(actor, "name", facts)];
  if (space.slug !== slug || !(mayEdit || mayName)) notFound();
  const runsDay = mayName && canRunDay(actor, space.id);
  const named = { slug: event.slug, space: slug };
  const [speakers, found, t, common] = await Promise.all([
    mayName ? orNotFound(listNamed(actor, named)) : null,
    runsDay ? lookUp(actor, slug, textOf(query["membre"])) : null,
    getTranslations("eventsEdit.picture"),
    getTranslations("common"),
  ]);
  const people = (found?.people ?? []).map(({ id, name }) => ({ personId: id, name }));
  noteViews(actor, { spaceId: space.id, screen: "member_choice", people });
  return (
    <div className="wrap max-w-[52rem]">
      <PageHead
        title={t("pageTitle")}
        lead={title}
        crumbsLabel={common("breadcrumb")}
        crumbs={await organiserCrumbs(actor, space, title)}
      />
      {mayEdit ? (
        <>
          <HostTabs
            slug={slug}
            eventSlug={event.slug}
            current="edit"
            isWithin
            readsPeople={canDo(actor, "people", facts)}
          />
          <PicturePanel event={event} save={savePictureAction} remove={removePictureAction} />
        </>
      ) : null}
      {speakers ? (
        <SpeakerPanel
          eventId={event.id}
          speakers={speakers}
          found={found}
          add={addSpeakerAction}
          remove={removeSpeakerAction}
        />
      ) : null}
    </div>
  );
}

async function lookUp(actor: Actor, slug: string, typed: string) {
  const search = typed.slice(0, 200);
  const result = await orNotFound(lookUpPeople(actor, { slug, text: search }, now()));
  const { people, proof } = result.ok ? result.value : { people: [], proof: null };
  return { search, people, proof, isLimited: !result.ok };
}
