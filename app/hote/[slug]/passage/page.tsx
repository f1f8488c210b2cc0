import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { WalkInForm } from "@/components/host/walk-in-form";
import { Message } from "@/components/ui/message";
import { PageHead } from "@/components/ui/page-head";
import { getHostDay } from "@/lib/bookings/host-days/queries";
import { lookUpPeople } from "@/lib/bookings/look-ups/commands";
import { type BookingPart, spaceSlugInput } from "@/lib/bookings/schema";
import { dayOf } from "@/lib/core/day";
import { now } from "@/lib/infra/clock";
import { networkTimeZone } from "@/lib/spaces/schema";
import { orNotFound } from "@/lib/web/not-found";
import { requirePerson } from "@/lib/web/session";
import { noteViews } from "@/lib/web/viewed-people";
import { welcomeWalkInAction } from "../actions";

type Props = {
  params: Promise<{ slug: string }>;
  searchParams: Promise<{ membre?: string | string[] }>;
};

const parts: BookingPart[] = ["morning", "afternoon", "day"];

const nobody = { people: [], proof: null };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("host"))("walkInTitle") };
}

export default async function WalkInPage({ params, searchParams }: Props) {
  const [{ slug }, query] = await Promise.all([params, searchParams]);
  const actor = await requirePerson(`/hote/${slug}/passage`);
  if (!spaceSlugInput.safeParse(slug).success) notFound();
  const at = now();
  const { space, day } = await orNotFound(getHostDay(actor, slug, dayOf(at, networkTimeZone), at));
  const text = typeof query.membre === "string" ? query.membre.slice(0, 200) : "";
  const [found, t, common] = await Promise.all([
    lookUpPeople(actor, { slug, text }, at),
    getTranslations("host"),
    getTranslations("common"),
  ]);
  const { people, proof } = found.ok ? found.value : nobody;
  const seen = people.map(({ id }) => ({ personId: id }));
  noteViews(actor, { spaceId: space.id, screen: "member_choice", people: seen });
  const open = parts.filter((part) => day.slots[part].refusal === null);
  return (
    <div className="wrap max-w-[44rem]">
      <PageHead
        title={t("walkInTitle")}
        lead={t("walkInLead")}
        crumbsLabel={common("breadcrumb")}
        crumbs={[
          { label: t("title", { space: space.name }), href: `/hote/${slug}` },
          { label: t("walkInTitle") },
        ]}
      />
      {open.length === 0 ? (
        <Message tone="warn">{t("nothingLeft")}</Message>
      ) : (
        <WalkInForm
          slug={slug}
          slots={open.map((part) => ({ part, free: day.slots[part].free.length }))}
          search={text}
          people={people}
          proof={proof}
          isLimited={!found.ok}
          idempotencyKey={crypto.randomUUID()}
          action={welcomeWalkInAction}
        />
      )}
    </div>
  );
}
