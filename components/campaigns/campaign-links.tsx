import { getTranslations } from "next-intl/server";
import type { CampaignState } from "@/lib/surveys/campaigns/schema";
import type { VersionAddress } from "@/lib/surveys/versions/schema";

type CampaignLinksProps = {
  slug: string;
  state: CampaignState;
  asked: VersionAddress;
  /** Whether the page of the campaign itself is among them. */
  withSettings?: boolean;
};

/** Where to go from a campaign. */
export async function CampaignLinks({ slug, state, asked, withSettings }: CampaignLinksProps) {
  const t = await getTranslations("campaigns.links");
  const version = `/pilotage/enquete/questionnaire/${asked.survey}/${asked.version}`;
  const isPublic = state !== "draft";
  return (
    <p className="campaign-links">
      {withSettings ? <a href={`/pilotage/enquete/campagne/${slug}`}>{t("settings")}</a> : null}
      <a href={version}>{t("questionnaire")}</a>
      <a href={`${version}/apercu?campagne=${slug}`}>{t("preview")}</a>
      {state === "published" ? (
        <a href={`/enquete/resultats?campagne=${slug}`}>{t("results")}</a>
      ) : null}
      {isPublic && state !== "published" ? <a href="/enquete">{t("public")}</a> : null}
      {isPublic ? (
        <a href={`/pilotage/enquete/diagnostic?campagne=${slug}`}>{t("diagnosis")}</a>
      ) : null}
    </p>
  );
}
