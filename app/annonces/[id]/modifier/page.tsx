import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { AdForm } from "@/components/ads/ad-form";
import { placeOptions } from "@/components/ads/place-options";
import { PageHead } from "@/components/ui/page-head";
import { dayOf } from "@/lib/core/day";
import { now } from "@/lib/infra/clock";
import { getAd } from "@/lib/members/ads/queries";
import { adIdInput } from "@/lib/members/ads/schema";
import { listCommunes, listSpaceNames } from "@/lib/spaces/queries";
import { networkTimeZone } from "@/lib/spaces/schema";
import { orNotFound } from "@/lib/web/not-found";
import { requirePerson } from "@/lib/web/session";
import { editAdAction } from "../../actions";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("ads"))("form.editTitle") };
}

export default async function EditAdPage({ params }: Props) {
  const { id } = await params;
  const actor = await requirePerson(`/annonces/${id}/modifier`);
  if (!adIdInput.safeParse({ adId: id }).success) notFound();
  const [ad, spaces, communes, t, common] = await Promise.all([
    orNotFound(getAd(actor, id)),
    listSpaceNames(),
    listCommunes(),
    getTranslations("ads"),
    getTranslations("common"),
  ]);
  if (!ad.isOwn) notFound();
  return (
    <div className="wrap">
      <PageHead
        title={t("form.editTitle")}
        crumbsLabel={common("breadcrumb")}
        crumbs={[
          { label: t("title"), href: "/annonces" },
          { label: ad.title, href: `/annonces/${id}` },
          { label: t("form.editTitle") },
        ]}
      />
      <AdForm
        action={editAdAction}
        today={dayOf(now(), networkTimeZone)}
        places={placeOptions(spaces, communes)}
        ad={ad}
      />
    </div>
  );
}
