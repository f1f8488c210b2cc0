import { getTranslations } from "next-intl/server";
import { Section } from "@/components/ui/section";
import type { FormAction } from "@/lib/core/form-state";
import type { DayRange } from "@/lib/reports/rules";
import { PrepareForm } from "./files/prepare-form";

type LongPeriodProps = { action: FormAction; range: DayRange };

/** That a period is not counted while somebody waits for the page, and how it is had. */
export async function LongPeriod({ action, range }: LongPeriodProps) {
  const t = await getTranslations("reportScreens.long");
  return (
    <Section id="a-preparer" title={t("title")}>
      <p className="max-w-measure">{t("lead")}</p>
      <PrepareForm action={action} range={range} isLong />
    </Section>
  );
}
