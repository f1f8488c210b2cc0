import { getLocale, getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/ui/action-form";
import { Section } from "@/components/ui/section";
import { SubmitButton } from "@/components/ui/submit-button";
import { dayOf } from "@/lib/core/day";
import type { FormAction } from "@/lib/core/form-state";
import { formatDay } from "@/lib/core/format";
import { localeOf } from "@/lib/core/locale";
import type { BlockedPerson } from "@/lib/members/blocks/queries";
import { networkTimeZone } from "@/lib/spaces/schema";

type BlockedPeopleProps = { people: BlockedPerson[]; unblock: FormAction };

/** Whom one blocked, each with the way back. */
export async function BlockedPeople({ people, unblock }: BlockedPeopleProps) {
  const [t, language] = await Promise.all([getTranslations("profile.blocked"), getLocale()]);
  const locale = localeOf(language);
  return (
    <Section id="bloquees" title={t("title")}>
      <p className="muted mb-4">{t(people.length > 0 ? "lead" : "none")}</p>
      <ul className="rows">
        {people.map(({ id, name, since }) => {
          const called = name ?? t("someone");
          const day = formatDay(dayOf(since, networkTimeZone), locale);
          return (
            <li key={id}>
              <p className="min-w-0">
                <b>{called}</b> <span className="small muted">{t("since", { day })}</span>
              </p>
              <ActionForm action={unblock} hidden={{ personId: id }}>
                <SubmitButton
                  className="btn btn-secondary"
                  pending={t("unblocking")}
                  label={t("unblockLabel", { name: called })}
                >
                  {t("unblock")}
                </SubmitButton>
              </ActionForm>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
