import { getLocale, getTranslations } from "next-intl/server";
import { Section } from "@/components/ui/section";
import type { SpaceDay } from "@/lib/bookings/queries";
import type { BookingPart } from "@/lib/bookings/schema";
import { formatDay } from "@/lib/core/format";
import { localeOf } from "@/lib/core/locale";
import type { Space } from "@/lib/spaces/queries";
import { DeskPlan } from "./desk-plan";

type PlanSectionProps = { space: Space; day: SpaceDay; part: BookingPart };

/** The plan of a space for one moment, under its title; nothing where the space has no drawing. */
export async function PlanSection({ space, day, part }: PlanSectionProps) {
  if (!space.plan) return null;
  const [t, language] = await Promise.all([getTranslations("board"), getLocale()]);
  const title = t("plan.title", {
    day: formatDay(day.day, localeOf(language)),
    part: t(`parts.${part}`),
  });
  return (
    <Section id="plan" title={title}>
      <DeskPlan space={space} day={day} part={part} />
    </Section>
  );
}
