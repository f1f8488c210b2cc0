import { getLocale, getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/ui/action-form";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextAreaField } from "@/components/ui/text-area-field";
import type { Meeting } from "@/lib/bookings/thanks/queries";
import type { FormAction } from "@/lib/core/form-state";
import { formatDay } from "@/lib/core/format";
import { localeOf } from "@/lib/core/locale";

type MeetingListProps = { meetings: Meeting[]; action: FormAction };

/** Whom one met, each with the way to thank them, once a day. */
export async function MeetingList({ meetings, action }: MeetingListProps) {
  const [t, language] = await Promise.all([getTranslations("company.meetings"), getLocale()]);
  const locale = localeOf(language);
  return (
    <ul className="company">
      {meetings.map(({ personId, name, day, spaceName, isThanked }) => {
        const who = name ?? t("member");
        const key = `${personId} ${day}`;
        return (
          <li key={key}>
            <p className="company-name">
              {t("metAt", {
                name: name ?? t("memberFirst"),
                space: spaceName,
                day: formatDay(day, locale),
              })}
            </p>
            {isThanked ? (
              <p className="small muted">{t("thanked")}</p>
            ) : (
              <details>
                <summary className="btn btn-quiet">{t("thank", { name: who })}</summary>
                <ActionForm action={action} hidden={{ personId, day }} className="grid gap-3 pt-3">
                  <TextAreaField
                    id={`mot-${personId}-${day}`}
                    name="text"
                    label={t("words")}
                    maxLength={300}
                    rows={2}
                  />
                  <p>
                    <SubmitButton className="btn btn-secondary" pending={t("thanking")}>
                      {t("thank", { name: who })}
                    </SubmitButton>
                  </p>
                </ActionForm>
              </details>
            )}
          </li>
        );
      })}
    </ul>
  );
}
