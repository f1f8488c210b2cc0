import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/ui/action-form";
import { Section } from "@/components/ui/section";
import { SubmitButton } from "@/components/ui/submit-button";
import type { FormAction } from "@/lib/core/form-state";
import type { Locale } from "@/lib/core/locale";
import type { LaterVersion } from "@/lib/surveys/amendments/schema";
import type { VersionAddress } from "@/lib/surveys/versions/schema";
import { differenceKeys } from "./refusals";

type AmendFormProps = {
  action: FormAction;
  hidden: Record<string, string>;
  asked: VersionAddress;
  later: LaterVersion[];
  locale: Locale;
};

/** The later versions a campaign may move to while it is asked, and why not to the others. */
export async function AmendForm({ action, hidden, asked, later, locale }: AmendFormProps) {
  const t = await getTranslations("campaigns");
  if (later.length === 0) return null;
  return (
    <Section id="corriger" title={t("amend.title")}>
      <p className="mb-4 max-w-measure">{t("amend.lead", { version: asked.version })}</p>
      <p className="muted mb-4 max-w-measure">{t("amend.follows")}</p>
      <ActionForm action={action} hidden={hidden} className="grid gap-4">
        {later.map(({ version, difference }) => (
          <div key={version} className="campaign-verb">
            {difference ? (
              <p>
                {t("amend.cannot", {
                  version,
                  difference: t(differenceKeys[difference.kind], {
                    label: difference.label[locale],
                  }),
                })}
              </p>
            ) : (
              <p>
                <SubmitButton
                  name="version"
                  value={String(version)}
                  className="btn btn-secondary"
                  pending={t("amend.working")}
                >
                  {t("amend.say", { version })}
                </SubmitButton>
              </p>
            )}
            <p className="campaign-links">
              <a href={`/pilotage/enquete/questionnaire/${asked.survey}/${version}`}>
                {t("amend.read", { version })}
              </a>
            </p>
          </div>
        ))}
      </ActionForm>
    </Section>
  );
}
