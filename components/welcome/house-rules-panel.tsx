import { getLocale, getTranslations } from "next-intl/server";
import { dayWords } from "@/components/memberships/day-words";
import { ActionForm } from "@/components/ui/action-form";
import { Message } from "@/components/ui/message";
import { SubmitButton } from "@/components/ui/submit-button";
import type { FormAction } from "@/lib/core/form-state";
import { localeOf } from "@/lib/core/locale";
import type { CurrentRules } from "@/lib/members/house-rules/queries";
import { RulesText } from "./rules-text";

type HouseRulesPanelProps = {
  slug: string;
  rules: CurrentRules;
  acceptedAt: Date | null;
  action: FormAction;
};

/** The rules in force, to be read whole before the button that accepts them. */
export async function HouseRulesPanel({ slug, rules, acceptedAt, action }: HouseRulesPanelProps) {
  const [t, language] = await Promise.all([getTranslations("belonging.space"), getLocale()]);
  const locale = localeOf(language);
  const { version, text, publishedAt } = rules;
  return (
    <>
      <p className="small muted mb-3">
        {t("rulesVersion", { version: String(version), day: dayWords(publishedAt, locale) })}
      </p>
      <RulesText text={text} />
      {acceptedAt ? (
        <Message tone="ok">{t("rulesAccepted", { day: dayWords(acceptedAt, locale) })}</Message>
      ) : (
        <ActionForm
          action={action}
          hidden={{ slug, version: String(version) }}
          className="grid gap-3"
        >
          <div>
            <SubmitButton pending={t("accepting")}>{t("accept")}</SubmitButton>
          </div>
        </ActionForm>
      )}
    </>
  );
}
