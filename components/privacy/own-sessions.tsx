import { getLocale, getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/ui/action-form";
import { SubmitButton } from "@/components/ui/submit-button";
import type { FormAction } from "@/lib/core/form-state";
import { localeOf } from "@/lib/core/locale";
import type { OwnSession } from "@/lib/identity/sessions/queries";
import { momentInWords } from "./value-words";

/** The browsers signed in, each with what closes it. */
export async function OwnSessions({ sessions, end }: { sessions: OwnSession[]; end: FormAction }) {
  const [t, locale] = await Promise.all([getTranslations("myData"), getLocale().then(localeOf)]);
  return (
    <ul className="rows">
      {sessions.map(({ id, createdAt, expiresAt, isThisOne }) => {
        const from = momentInWords(createdAt, locale);
        return (
          <li key={id} className="flex flex-wrap items-center justify-between gap-4">
            <div className="min-w-0">
              <h3>{isThisOne ? t("thisBrowser") : t("otherBrowser")}</h3>
              <p className="small muted">
                {t("session", { from, until: momentInWords(expiresAt, locale) })}
              </p>
            </div>
            <ActionForm action={end} hidden={{ sessionId: id }}>
              <SubmitButton
                className="btn btn-quiet"
                pending={t("endingSession")}
                label={t("endNamed", { from })}
              >
                {t("endSession")}
              </SubmitButton>
            </ActionForm>
          </li>
        );
      })}
    </ul>
  );
}
