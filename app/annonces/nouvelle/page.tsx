import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AdForm } from "@/components/ads/ad-form";
import { placeOptions } from "@/components/ads/place-options";
import { PageHead } from "@/components/ui/page-head";
import { dayOf } from "@/lib/core/day";
import { now } from "@/lib/infra/clock";
import { listCommunes, listSpaceNames } from "@/lib/spaces/queries";
import { networkTimeZone } from "@/lib/spaces/schema";
import { requirePerson } from "@/lib/web/session";
import { postAdAction } from "../actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("ads"))("form.newTitle") };
}

export default async function NewAdPage() {
  await requirePerson("/annonces/nouvelle");
  const [spaces, communes, t, common] = await Promise.all([
    listSpaceNames(),
    listCommunes(),
    getTranslations("ads"),
    getTranslations("common"),
  ]);
  return (
    <div className="wrap">
      <PageHead
        title={t("form.newTitle")}
        lead={t("form.newLead")}
        crumbsLabel={common("breadcrumb")}
        crumbs={[{ label: t("title"), href: "/annonces" }, { label: t("form.newTitle") }]}
      />
      <AdForm
        action={postAdAction}
        today={dayOf(now(), networkTimeZone)}
        places={placeOptions(spaces, communes)}
      />
    </div>
  );
}
