import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { InvitationPanel } from "@/components/memberships/invitation-panel";
import { MemberRows, PastRows, RequestRows } from "@/components/memberships/member-rows";
import { EmptyState } from "@/components/ui/empty-state";
import { Message } from "@/components/ui/message";
import { PageHead } from "@/components/ui/page-head";
import { Section } from "@/components/ui/section";
import { lastComings } from "@/lib/bookings/comings/queries";
import { named } from "@/lib/core/elision";
import { now } from "@/lib/infra/clock";
import { listOpenInvitations } from "@/lib/members/invitations/queries";
import { listMembersOf, type SpaceMember } from "@/lib/members/memberships/queries";
import { slugInput } from "@/lib/members/memberships/schema";
import { orNotFound } from "@/lib/web/not-found";
import { requirePerson } from "@/lib/web/session";
import { noteViews } from "@/lib/web/viewed-people";
import {
  acceptMembershipAction,
  declineMembershipAction,
  inviteAction,
  revokeInvitationAction,
  undoMembershipAction,
} from "./actions";

type Query = Partial<Record<"fait" | "qui", string | string[]>>;
type Props = { params: Promise<{ slug: string }>; searchParams: Promise<Query> };

const told = ["accept", "decline", "end", "undo", "revoke", "erase"] as const;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("belonging.host"))("title") };
}

export default async function SpaceMembersPage({ params, searchParams }: Props) {
  const [{ slug }, query] = await Promise.all([params, searchParams]);
  const actor = await requirePerson(`/hote/${slug}/membres`);
  if (!slugInput.safeParse(slug).success) notFound();
  const at = now();
  const { space, members } = await orNotFound(listMembersOf(actor, slug, at));
  noteViews(actor, { spaceId: space.id, screen: "space_people", people: members });
  const active = members.filter(({ state }) => state === "active");
  const requests = members.filter(({ state }) => state === "requested");
  const past = members.filter(({ state }) => state === "declined" || state === "ended");
  const [comings, invitations, t, host, common] = await Promise.all([
    lastComings(
      space.id,
      active.map(({ personId }) => personId),
    ),
    listOpenInvitations(actor, slug, at),
    getTranslations("belonging.host"),
    getTranslations("host"),
    getTranslations("common"),
  ]);
  return (
    <div className="wrap max-w-[56rem]">
      <PageHead
        title={t("title")}
        lead={t("lead")}
        crumbsLabel={common("breadcrumb")}
        crumbs={[
          { label: host("title", { space: space.name }), href: `/hote/${slug}` },
          { label: t("title") },
        ]}
      />
      <p className="mb-6 flex flex-wrap gap-3">
        <a className="btn btn-secondary" href={`/hote/${slug}/membres/nouveau`}>
          {t("new")}
        </a>
        <a className="btn btn-quiet" href={`/hote/${slug}/accueil`}>
          {t("welcome")}
        </a>
        <a className="btn btn-quiet" href="/pilotage/organisations">
          {t("organisations")}
        </a>
      </p>
      <Told query={query} members={members} />
      <Section id="demandes" title={t("requests")} className="mt-2">
        {requests.length === 0 ? (
          <p className="muted">{t("noRequests")}</p>
        ) : (
          <RequestRows
            slug={slug}
            members={requests}
            accept={acceptMembershipAction}
            decline={declineMembershipAction}
          />
        )}
      </Section>
      {active.length === 0 ? (
        <EmptyState title={t("none")}>
          <p>{t("noneLead")}</p>
        </EmptyState>
      ) : (
        <Section id="membres" title={t("members", { count: active.length })}>
          <MemberRows slug={slug} members={active} comings={comings} />
        </Section>
      )}
      <Section id="inviter" title={t("invitations")}>
        <InvitationPanel
          slug={slug}
          open={invitations}
          invite={inviteAction}
          revoke={revokeInvitationAction}
        />
      </Section>
      {past.length > 0 ? (
        <Section id="avant" title={t("past")}>
          <PastRows slug={slug} members={past} undo={undoMembershipAction} />
        </Section>
      ) : null}
    </div>
  );
}

/** What was just done, with the name as the page finds it now. */
async function Told({ query, members }: { query: Query; members: SpaceMember[] }) {
  const done = told.find((verb) => verb === query.fait);
  if (!done) return null;
  const [t, host] = await Promise.all([getTranslations("belonging.host"), getTranslations("host")]);
  const name = members.find(({ personId }) => personId === query.qui)?.name;
  return (
    <Message tone="ok" role="status">
      {t(`told.${done}`, named(name || host("nameless")))}
    </Message>
  );
}
