import { getLocale, getTranslations } from "next-intl/server";
import { closureWords } from "@/components/spaces/closure-words";
import { ActionForm } from "@/components/ui/action-form";
import { SubmitButton } from "@/components/ui/submit-button";
import type { FormAction } from "@/lib/core/form-state";
import { capitalised, formatDay } from "@/lib/core/format";
import { localeOf } from "@/lib/core/locale";
import type { ComingClosure } from "@/lib/spaces/closures/queries";
import { closureExtent } from "@/lib/spaces/closures/rules";
import type { Space } from "@/lib/spaces/queries";

type ComingClosuresProps = { space: Space; closures: ComingClosure[]; reopen: FormAction };

/** What is closed from now on, each with the gesture that takes it back. */
export async function ComingClosures({ space, closures, reopen }: ComingClosuresProps) {
  const [t, spaces, language] = await Promise.all([
    getTranslations("host"),
    getTranslations("spaces"),
    getLocale(),
  ]);
  const locale = localeOf(language);
  return (
    <ul className="rows">
      {closures.map((closure) => {
        const extent = closureExtent(space.calendar, closure);
        const day = formatDay(extent.first, locale);
        return (
          <li key={closure.id}>
            <span>{capitalised(closureWords(extent, closure.reason, locale, spaces), locale)}</span>
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
