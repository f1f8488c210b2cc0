import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { BlockedPeople } from "@/components/members/blocked-people";
import { HiddenParts } from "@/components/members/hidden-parts";
import { ProfileForm } from "@/components/members/profile-form";
import { ActionForm } from "@/components/ui/action-form";
import { Message } from "@/components/ui/message";
import { PageHead } from "@/components/ui/page-head";
import { Section } from "@/components/ui/section";
import { SubmitButton } from "@/components/ui/submit-button";
import { listBlockedPeople } from "@/lib/members/blocks/queries";
import { getOwnProfile } from "@/lib/members/profiles/queries";
import { listCommunes, listSpaceNames } from "@/lib/spaces/queries";
import { requirePerson } from "@/lib/web/session";
import { signOutAction, signOutEverywhereAction } from "../../connexion/actions";
import { saveProfileAction, unblockPersonAction } from "./actions";

type Props = { searchParams: Promise<{ fait?: string | string[] }> };

const doneKeys = {
  enregistre: "saved",
  photo: "photo.saved",
  "sans-photo": "photo.removed",
  debloque: "blocked.unblocked",
} as const;
/** What was taken from the end of the survey (reprise). */
const filledKeys = { repris: "filled", "repris-en-partie": "filledPartly" } as const;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("profile"))("title") };
}

export default async function ProfilePage({ searchParams }: Props) {
  const [actor, { fait }] = await Promise.all([requirePerson("/mon-espace/profil"), searchParams]);
  const [own, blocked, communes, spaces, carried, t, members, common, keys, travel] =
    await Promise.all([
      getOwnProfile(actor),
      listBlockedPeople(actor),
      listCommunes(),
      listSpaceNames(),
      getTranslations("surveyCarried"),
      getTranslations("profile"),
      getTranslations("members"),
      getTranslations("common"),
      getTranslations("keys"),
      getTranslations("travel"),
    ]);
  const done = (["enregistre", "photo", "sans-photo", "debloque"] as const).find(
    (each) => each === fait,
  );
  const filled = fait === "repris" || fait === "repris-en-partie" ? filledKeys[fait] : null;
  return (
    <div className="wrap">
      <PageHead
        title={t("title")}
        lead={t("lead")}
        crumbsLabel={common("breadcrumb")}
        crumbs={[{ label: members("title"), href: "/mon-espace" }, { label: t("title") }]}
      >
        <a className="btn btn-secondary" href="/mon-espace/profil/apercu?pour=membres">
          {t("seePreview")}
        </a>
      </PageHead>
      {done ? (
        <Message tone="ok" role="status">
          {t(doneKeys[done])}
        </Message>
      ) : null}
      {filled ? (
        <Message tone="ok" role="status">
          {carried(filled)}
        </Message>
      ) : null}
      <HiddenParts {...own.hidden} />
      <ProfileForm
        key={`${own.updatedAt?.getTime()} ${own.content.photo}`}
        id={actor.personId}
        {...own}
        communes={communes}
        spaces={spaces}
        save={saveProfileAction}
      />
      <BlockedPeople people={blocked} unblock={unblockPersonAction} />
      <p className="mt-6 flex flex-wrap gap-x-6">
        <a className="inline-flex min-h-11 items-center" href="/mon-espace/cles">
          {keys("link")}
        </a>
        {own.content.situation === "teleworker" ? (
          <a className="inline-flex min-h-11 items-center" href="/mon-espace/trajets">
            {travel("link")}
          </a>
        ) : null}
      </p>
      <Section id="connexions" title={members("sessions")}>
        <div className="flex flex-wrap gap-4">
          <ActionForm action={signOutAction}>
            <SubmitButton className="btn btn-secondary" pending={members("signingOut")}>
              {members("signOut")}
            </SubmitButton>
          </ActionForm>
          <ActionForm action={signOutEverywhereAction}>
            <SubmitButton className="btn btn-danger" pending={members("signingOut")}>
              {members("signOutEverywhere")}
            </SubmitButton>
          </ActionForm>
        </div>
      </Section>
    </div>
  );
}
