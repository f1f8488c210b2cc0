import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Mark } from "@/components/illustrations/mark";
import { FrameHeight } from "@/components/surveys/frame-height";
import { findCurrentCampaign } from "@/lib/surveys/campaigns/queries";
import { findDraft } from "@/lib/surveys/drafts/queries";
import { findReceipt } from "@/lib/surveys/responses/queries";
import { currentActor } from "@/lib/web/session";

type Props = { children: ReactNode; source: string | undefined; address: string };

/** A page of the survey inside a partner's: our name, the page, the way to see it whole. */
export async function FramedPage({ children, source, address }: Props) {
  const [t, campaign] = await Promise.all([
    getTranslations("survey.framed"),
    findCurrentCampaign(),
  ]);
  const partner = campaign?.partners.find(({ code }) => code === source);
  return (
    <div className="survey-frame">
      <p className="survey-frame-head">
        <span className="logo">
          <Mark />
          Cowloting
        </span>
        <span className="small muted">{t("anonymous")}</span>
      </p>
      {children}
      <p className="survey-frame-foot small">
        <a href={address} target="_blank" rel="noopener">
          {t("whole")}
        </a>
        <a href="/confidentialite" target="_blank" rel="noopener">
          {t("privacy")}
        </a>
      </p>
      {partner ? <FrameHeight origin={partner.origin} /> : null}
    </div>
  );
}

/** Where a code's answers come from: which partner is to be told the height. */
export async function sourceOfCode(code: string): Promise<string | undefined> {
  const actor = await currentActor();
  const known = (await findDraft(actor, code)) ?? (await findReceipt(actor, code));
  return known?.source;
}
