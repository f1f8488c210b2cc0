import { getLocale, getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/ui/action-form";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextAreaField } from "@/components/ui/text-area-field";
import type { Meeting } from "@/lib/bookings/thanks/queries";
import type { FormAction } from "@/lib/core/form-state";
import { formatDay } from "@/lib/core/format";
import { localeOf } from "@/lib/core/locale";

type MeetingListProps = { meetings: Meeting[]; action: FormAction };

/** Whom one met, each with the days, and the way to thank them, once a day. */
export async function MeetingList({ meetings, action }: MeetingListProps) {
  const [t, language] = await Promise.all([getTranslations("company.meetings"), getLocale()]);
  const locale = localeOf(language);
  const people = [...Map.groupBy(meetings, ({ personId }) => personId)];
  return (
    <ul className="company">
      {people.map(([personId, days]) => {
        const name = days[0]?.name ?? null;
        return (
          <li key={personId}>
            <p className="company-name">
              <b>{name ?? t("memberFirst")}</b>
            </p>
            <ul className="company-days">
              {days.map(({ day, spaceName, isThanked }) => {
                const when = formatDay(day, locale);
                return (
                  <li key={day}>
                    <p>{t("metAt", { space: spaceName, day: when })}</p>
                    {isThanked ? (
                      <p className="small muted">{t("thanked")}</p>
                    ) : (
                      <ThankForm
                        hidden={{ personId, day }}
                        label={t("thankFor", { name: name ?? t("member"), day: when })}
                        action={action}
                      />
                    )}
                  </li>
                );
              })}
            </ul>
          </li>
        );
      })}
    </ul>
  );
}

type ThankFormProps = {
  hidden: { personId: string; day: string };
  /** Whom, and for which day: the same button stands several times. */
  label: string;
  action: FormAction;
};

async function ThankForm({ hidden, label, action }: ThankFormProps) {
  const t = await getTranslations("company.meetings");
  return (
    <details>
      <summary className="btn btn-quiet" aria-label={label}>
        {t("thank")}
      </summary>
      <ActionForm action={action} hidden={hidden} className="grid gap-3 pt-3">
        <TextAreaField
          id={`mot-${hidden.personId}-${hidden.day}`}
          name="text"
          label={t("words")}
          maxLength={300}
          rows={2}
        />
        <p>
          <SubmitButton className="btn btn-secondary" pending={t("thanking")} label={label}>
            {t("thank")}
          </SubmitButton>
        </p>
      </ActionForm>
    </details>
  );
}
