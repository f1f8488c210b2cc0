import { getLocale, getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/ui/action-form";
import { SubmitButton } from "@/components/ui/submit-button";
import { dayOf } from "@/lib/core/day";
import type { FormAction } from "@/lib/core/form-state";
import { capitalised, formatDay } from "@/lib/core/format";
import { localeOf } from "@/lib/core/locale";
import type { ComingClosure } from "@/lib/spaces/closures/queries";
import { closureInterval } from "@/lib/spaces/closures/rules";
import type { Space } from "@/lib/spaces/queries";

const wordsOfPart = {
  morning: "closureMorning",
  afternoon: "closureAfternoon",
  day: "closureWholeDay",
} as const;

type ComingClosuresProps = { space: Space; closures: ComingClosure[]; reopen: FormAction };

/** What is closed from now on, each with the gesture that takes it back. */
export async function ComingClosures({ space, closures, reopen }: ComingClosuresProps) {
  const [t, language] = await Promise.all([getTranslations("host"), getLocale()]);
  const locale = localeOf(language);
  return (
    <ul className="rows">
      {closures.map((closure) => {
        const on = dayOf(closure.startsAt, space.calendar.timeZone);
        const day = capitalised(formatDay(on, locale), locale);
        return (
          <li key={closure.id}>
            <span>{t(wordsOfPart[partOf(space, closure)], { day, reason: closure.reason })}</span>
            <ActionForm
              action={reopen}
              hidden={{ slug: space.slug, closureId: closure.id }}
              className="no-print"
              isQuiet
            >
              <SubmitButton
                className="btn btn-quiet"
                pending={t("reopening")}
                label={t("reopenLabel", { day })}
              >
                {t("reopen")}
              </SubmitButton>
            </ActionForm>
          </li>
        );
      })}
    </ul>
  );
}

function partOf(space: Space, closure: ComingClosure) {
  const day = dayOf(closure.startsAt, space.calendar.timeZone);
  const halves = (["morning", "afternoon"] as const).find((part) => {
    const { startsAt, endsAt } = closureInterval(space.calendar, day, part);
    return (
      startsAt.getTime() === closure.startsAt.getTime() &&
      endsAt.getTime() === closure.endsAt.getTime()
    );
  });
  return halves ?? "day";
}
