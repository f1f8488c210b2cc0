import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { EventForm } from "@/components/events/event-form";
import { PageHead } from "@/components/ui/page-head";
import { type SearchParameters, textOf } from "@/lib/bookings/searches/rules";
import type { PersonActor } from "@/lib/core/actor";
import { dayOf } from "@/lib/core/day";
import { newId } from "@/lib/core/id";
import { firstFields } from "@/lib/events/editing/rules";
import { roomsOf } from "@/lib/events/hosted/queries";
import { canDo } from "@/lib/events/policy";
import { now } from "@/lib/infra/clock";
import { getSpaceBySlug, listCommunes, listSpaceNames } from "@/lib/spaces/queries";
import { requirePerson } from "@/lib/web/session";
import { proposeEventAction } from "./actions";

type Props = { searchParams: Promise<SearchParameters> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("eventsEdit.propose"))("title") };
}

export default async function ProposeEventPage({ searchParams }: Props) {
  const asked = textOf((await searchParams)["lieu"]);
  const actor = await requirePerson("/evenements/proposer");
  const [spaces, t, events, common] = await Promise.all([
    listSpaceNames(),
    getTranslations("eventsEdit.propose"),
    getTranslations("events"),
    getTranslations("common"),
  ]);
  const space = spaces.find(({ slug }) => slug === asked);
  return (
    <div className="wrap max-w-[52rem]">
      <PageHead
        title={space ? t("titleAt", { space: space.name }) : t("title")}
        lead={space ? t("leadAt") : t("lead")}
        crumbsLabel={common("breadcrumb")}
        crumbs={[{ label: events("title"), href: "/evenements" }, { label: t("title") }]}
      />
      {space ? <Proposal slug={space.slug} /> : <Spaces actor={actor} spaces={spaces} />}
    </div>
  );
}

/** Where: whoever organises there announces it at once. */
function Spaces({
  actor,
  spaces,
}: {
  actor: PersonActor;
  spaces: { id: string; slug: string; name: string }[];
}) {
  return (
    <ul className="rows">
      {spaces.map(({ id, slug, name }) => (
        <li key={id}>
          <a
            className="inline-flex min-h-11 items-center"
            href={
              canDo(actor, "create", { spaceId: id })
                ? `/hote/${slug}/evenements/nouveau`
                : `/evenements/proposer?lieu=${slug}`
            }
          >
            {name}
          </a>
        </li>
      ))}
    </ul>
  );
}

async function Proposal({ slug }: { slug: string }) {
  const [space, communes] = await Promise.all([getSpaceBySlug(slug), listCommunes()]);
  const today = dayOf(now(), space.calendar.timeZone);
  const rooms = roomsOf(space);
  return (
    <EventForm
      action={proposeEventAction}
      hidden={{ slug, idempotencyKey: newId() }}
      fields={firstFields(today, rooms)}
      place={{ today, rooms, communes }}
      kind="proposal"
    />
  );
}
