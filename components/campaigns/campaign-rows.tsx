import { getTranslations } from "next-intl/server";
import { Pill } from "@/components/ui/pill";
import type { Locale } from "@/lib/core/locale";
import type { CampaignLine } from "@/lib/surveys/campaigns/schema";
import { CampaignLinks } from "./campaign-links";
import { HeldNote } from "./held-note";
import { stateTones } from "./state-tones";
import { windowWords } from "./window-words";

type CampaignRowsProps = {
  campaigns: CampaignLine[];
  /** On how many days answers are held, by the name of the campaign. */
  heldDays: ReadonlyMap<string, number>;
  locale: Locale;
};

/** Every campaign: when, where it stands, how many answers, and where to go from there. */
export async function CampaignRows({ campaigns, heldDays, locale }: CampaignRowsProps) {
  const t = await getTranslations("campaigns");
  return (
    <ul className="rows campaign-rows">
      {campaigns.map((campaign) => {
        const { slug, state, survey, version, responses } = campaign;
        const window = windowWords(campaign, locale);
        return (
          <li key={slug}>
            <div className="campaign-what">
              <h3>{t("period", window)}</h3>
              <p className="small muted">{campaign.title[locale]}</p>
              <p className="small">{t("facts", { version, count: responses })}</p>
              <HeldNote slug={slug} days={heldDays.get(slug)} />
            </div>
            <Pill tone={stateTones[state]}>{t(`states.${state}`)}</Pill>
            <CampaignLinks slug={slug} state={state} asked={{ survey, version }} withSettings />
          </li>
        );
      })}
    </ul>
  );
}
