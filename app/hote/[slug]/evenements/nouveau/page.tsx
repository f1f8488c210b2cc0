import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { EventForm } from "@/components/events/event-form";
import { organiserCrumbs } from "@/components/events/organiser-crumbs";
import { PageHead } from "@/components/ui/page-head";
import { spaceSlugInput } from "@/lib/bookings/schema";
import { dayOf } from "@/lib/core/day";
import { newId } from "@/lib/core/id";
import { firstFields } from "@/lib/events/editing/rules";
import { getSpaceToOrganise, roomsOf } from "@/lib/events/hosted/queries";
import { now } from "@/lib/infra/clock";
import { listCommunes } from "@/lib/spaces/queries";
import { orNotFound } from "@/lib/web/not-found";
import { requirePerson } from "@/lib/web/session";
import { namedHabilitations } from "../_pages/habilitations";
import { createEventAction } from "../actions";

type Props = { params: Promise<{ slug: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("eventsEdit"))("newTitle") };
}

export default async function NewEventPage({ params }: Props) {
  const { slug } = await params;
  const actor = await requirePerson(`/hote/${slug}/evenements/nouveau`);
  if (!spaceSlugInput.safeParse(slug).success) notFound();
  const [space, communes, habilitations, t, common] = await Promise.all([
    orNotFound(getSpaceToOrganise(actor, slug)),
    listCommunes(),
    namedHabilitations(),
    getTranslations("eventsEdit"),
    getTranslations("common"),
  ]);
  const today = dayOf(now(), space.calendar.timeZone);
  const rooms = roomsOf(space);
  return (
    <div className="wrap max-w-[52rem]">
      <PageHead
        title={t("newTitle")}
        lead={t("newLead")}
        crumbsLabel={common("breadcrumb")}
        crumbs={await organiserCrumbs(actor, space, t("newTitle"))}
      />
      <EventForm
        action={createEventAction}
        hidden={{ slug, idempotencyKey: newId() }}
        fields={firstFields(today, rooms)}
        place={{ today, rooms, communes, habilitations }}
        kind="new"
      />
    </div>
  );
}
