import { getLocale, getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/ui/action-form";
import { SubmitButton } from "@/components/ui/submit-button";
import type { RebookProposal } from "@/lib/bookings/habits/rules";
import type { FormAction } from "@/lib/core/form-state";
import { capitalised, formatDay } from "@/lib/core/format";
import { localeOf } from "@/lib/core/locale";

type RebookRowsProps = { proposals: RebookProposal[]; action: FormAction };

/** Usual bookings, one press each. */
export async function RebookRows({ proposals, action }: RebookRowsProps) {
  const [t, bookings, language] = await Promise.all([
    getTranslations("members"),
    getTranslations("bookings"),
    getLocale(),
  ]);
  const locale = localeOf(language);
  return (
    <ul className="rows">
      {proposals.map((proposal) => {
        const day = formatDay(proposal.day, locale);
        const part = t(proposal.part);
        return (
          <li key={`${proposal.slug}${proposal.day}${proposal.part}`}>
            <div>
              <h3 className="text-h4">
                {capitalised(day, locale)}, {part}
              </h3>
              <p className="small muted">
                {proposal.spaceName}, {proposal.resource.name}
              </p>
            </div>
            <ActionForm
              action={action}
              alternativesTitle={bookings("alternatives")}
              hidden={{
                slug: proposal.slug,
                day: proposal.day,
                part: proposal.part,
                resourceId: proposal.resource.id,
                idempotencyKey: crypto.randomUUID(),
              }}
            >
              <SubmitButton
                className="btn btn-secondary"
                pending={bookings("booking")}
                label={t("bookAgainLabel", { day, part, space: proposal.spaceName })}
              >
                {t("bookAgain")}
              </SubmitButton>
            </ActionForm>
          </li>
        );
      })}
    </ul>
  );
}
