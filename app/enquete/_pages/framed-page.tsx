import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Mark } from "@/components/illustrations/mark";
import { FrameHeight } from "@/components/surveys/frame-height";
import { listFramePartners } from "@/lib/surveys/campaigns/partners/queries";
import { findDraft } from "@/lib/surveys/drafts/queries";
import { findReceipt } from "@/lib/surveys/responses/queries";
import { currentActor } from "@/lib/web/session";

type Props = {
  children: ReactNode;
  source: string | undefined;
  address: string;
  /** Of the answers the page is about. */
  code?: string;
};

/** A page of the survey inside a partner's: our name, the page, the way to see it whole. */
export async function FramedPage({ children, source, address, code }: Props) {
  const [t, partners] = await Promise.all([
    getTranslations("survey.framed"),
    listFramePartners(code ?? null),
  ]);
  const partner = partners.find((each) => each.code === source);
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
