import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Avatar } from "@/components/members/avatar";
import { HiddenParts } from "@/components/members/hidden-parts";
import { PersonDetails } from "@/components/members/person-details";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHead } from "@/components/ui/page-head";
import { getOwnProfile } from "@/lib/members/profiles/queries";
import { shownTo } from "@/lib/members/profiles/rules";
import { requirePerson } from "@/lib/web/session";

type Props = { searchParams: Promise<{ pour?: string | string[] }> };

const viewers = [
  { address: "membres", key: "members", relation: "member" },
  { address: "hotes", key: "hosts", relation: "host" },
  { address: "tous", key: "everyone", relation: "visitor" },
] as const;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("profile"))("preview") };
}

export default async function PreviewPage({ searchParams }: Props) {
  const [actor, { pour }] = await Promise.all([
    requirePerson("/mon-espace/profil/apercu"),
    searchParams,
  ]);
  const chosen = viewers.find(({ address }) => address === pour) ?? viewers[0];
  const [{ content, opened, hidden }, t, common] = await Promise.all([
    getOwnProfile(actor),
    getTranslations("profile"),
    getTranslations("common"),
  ]);
  const shown = shownTo(content, opened, chosen.relation);
  return (
    <div className="wrap">
      <PageHead
        title={t("preview")}
        lead={t("previewLead")}
        crumbsLabel={common("breadcrumb")}
        crumbs={[{ label: t("title"), href: "/mon-espace/profil" }, { label: t("preview") }]}
      />
      <HiddenParts {...hidden} />
      <nav aria-label={t("previewFor")} className="segmented mb-6">
        {viewers.map(({ address, key }) => (
          <a
            key={address}
            href={`/mon-espace/profil/apercu?pour=${address}`}
            aria-current={chosen.address === address ? "page" : undefined}
          >
            {t(`viewers.${key}`)}
          </a>
        ))}
      </nav>
      {shown ? (
        <>
          <div className="profile-photo mb-6">
            <Avatar id={actor.personId} name={shown.name} photo={shown.photo} isLarge />
            <div className="min-w-0">
              <h2>{shown.name}</h2>
              {shown.activity ? <p className="lead">{shown.activity}</p> : null}
            </div>
          </div>
          <PersonDetails content={shown} />
        </>
      ) : (
        <EmptyState title={t("unseen")}>
          <p>{t("unseenLead")}</p>
        </EmptyState>
      )}
      <p className="mt-6">
        <a className="btn btn-secondary" href="/mon-espace/profil">
          {t("edit")}
        </a>
      </p>
    </div>
  );
}
