import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/ui/action-form";
import { Section } from "@/components/ui/section";
import { SubmitButton } from "@/components/ui/submit-button";
import type { FormAction } from "@/lib/core/form-state";
import { formatDay, formatNumber } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import type { Burst } from "@/lib/surveys/floods/bursts/schema";

type BurstListProps = { slug: string; bursts: Burst[]; action: FormAction; locale: Locale };

/** Days on which more answers came than a valley gives, and whether the next batch counts them. */
export async function BurstList({ slug, bursts, action, locale }: BurstListProps) {
  const t = await getTranslations("campaigns.bursts");
  if (bursts.length === 0) return null;
  return (
    <Section id="afflux" title={t("title")}>
      <p className="mb-4 max-w-measure">{t("lead")}</p>
      <div className="grid gap-6">
        {bursts.map(({ day, atLeast, isHeld }) => (
          <ActionForm key={day} action={action} hidden={{ slug, day }} className="campaign-verb">
            <p>
              <b>
                {t("line", {
                  day: `${formatDay(day, locale)} ${day.slice(0, 4)}`,
                  count: formatNumber(atLeast, locale),
                })}
              </b>{" "}
              {t(isHeld ? "held" : "counted")}
            </p>
            <p>
              <SubmitButton
                name="verb"
                value={isHeld ? "count" : "hold"}
                className="btn btn-secondary"
                pending={t("working")}
              >
                {t(isHeld ? "count" : "hold")}
              </SubmitButton>
            </p>
          </ActionForm>
        ))}
      </div>
    </Section>
  );
}
