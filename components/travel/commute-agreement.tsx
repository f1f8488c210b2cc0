import { getLocale, getTranslations } from "next-intl/server";
import { dayInWords } from "@/components/privacy/value-words";
import { ActionForm } from "@/components/ui/action-form";
import { Section } from "@/components/ui/section";
import { SubmitButton } from "@/components/ui/submit-button";
import { dayOf, homeTimeZone } from "@/lib/core/day";
import type { FormAction } from "@/lib/core/form-state";
import { localeOf } from "@/lib/core/locale";
import type { OwnCommute } from "@/lib/reports/commutes/queries";

type CommuteAgreementProps = {
  given: NonNullable<OwnCommute["given"]>;
  isCounted: boolean;
  withdraw: FormAction;
};

/** What was agreed to and when, with the one button that takes it back. */
export async function CommuteAgreement({ given, isCounted, withdraw }: CommuteAgreementProps) {
  const [t, language] = await Promise.all([getTranslations("travel"), getLocale()]);
  const locale = localeOf(language);
  const agreedOn = dayInWords(dayOf(given.agreedAt, homeTimeZone), locale);
  return (
    <Section id="accord" title={t("givenTitle")}>
      <p className="max-w-measure">
        {t("given", { day: agreedOn })} {isCounted ? t("counted") : t("notCounted")}
      </p>
      <p className="muted mb-4 max-w-measure">
        {t("asGiven", { workplace: given.workplace, mode: t(`modes.${given.mode}`) })}
      </p>
      <ActionForm action={withdraw}>
        <SubmitButton className="btn btn-danger" pending={t("withdrawing")}>
          {t("withdraw")}
        </SubmitButton>
      </ActionForm>
    </Section>
  );
}
