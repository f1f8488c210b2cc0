import { getLocale, getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/ui/action-form";
import { Pill } from "@/components/ui/pill";
import { Section } from "@/components/ui/section";
import { SubmitButton } from "@/components/ui/submit-button";
import type { FormAction } from "@/lib/core/form-state";
import { capitalised, formatDay, formatTimes } from "@/lib/core/format";
import { localeOf } from "@/lib/core/locale";
import type { OwnProposal } from "@/lib/events/proposals/queries";

type OwnProposalsProps = { proposals: readonly OwnProposal[]; action: FormAction };

const tones = {
  waiting: "few",
  accepted: "ok",
  declined: "no",
  withdrawn: "closed",
  late: "closed",
} as const satisfies Record<OwnProposal["standing"], Parameters<typeof Pill>[0]["tone"]>;

/** What one proposed to the hosts of spaces, and what they answered; nothing when there is none. */
export async function OwnProposals({ proposals, action }: OwnProposalsProps) {
  if (proposals.length === 0) return null;
  const t = await getTranslations("eventsOwn");
  return (
    <Section id="propositions" title={t("proposals.title")} className="mt-10">
      <ul className="rows">
        {proposals.map((proposal) => (
          <li key={proposal.id} className="registration-own">
            <Proposal proposal={proposal} />
            {proposal.standing === "waiting" || proposal.standing === "late" ? (
              <ActionForm action={action} hidden={{ eventId: proposal.id }}>
                <SubmitButton
                  className="btn btn-quiet"
                  pending={t("pending")}
                  label={t("proposals.withdrawLabel", { title: proposal.title })}
                >
                  {t("proposals.withdraw")}
                </SubmitButton>
              </ActionForm>
            ) : null}
          </li>
        ))}
      </ul>
    </Section>
  );
}

async function Proposal({ proposal }: { proposal: OwnProposal }) {
  const [t, language] = await Promise.all([getTranslations("eventsOwn"), getLocale()]);
  const locale = localeOf(language);
  const { title, slug, spaceSlug, spaceName, standing, reason, isCancelled } = proposal;
  return (
    <div className="min-w-0 [overflow-wrap:anywhere]">
      <p>
        <a href={`/evenements/${slug}`}>
          <b>{title}</b>
        </a>{" "}
        <Pill tone={tones[standing]}>{t(`proposals.standings.${standing}`)}</Pill>
      </p>
      <p className="muted">
        {capitalised(formatDay(proposal.day, locale), locale)},{" "}
        {formatTimes(proposal, proposal.timeZone, locale)}, {spaceName}
      </p>
      {reason ? <p className="small">{t("proposals.reason", { reason })}</p> : null}
      {isCancelled ? <p className="small">{t("proposals.cancelled")}</p> : null}
      {standing === "waiting" ? (
        <p className="small">
          <a href={`/hote/${spaceSlug}/evenements/${slug}/affiche`}>{t("proposals.speakers")}</a>
        </p>
      ) : null}
    </div>
  );
}
