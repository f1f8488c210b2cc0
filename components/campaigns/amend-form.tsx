import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/ui/action-form";
import { CheckList } from "@/components/ui/check-list";
import { Section } from "@/components/ui/section";
import { SubmitButton } from "@/components/ui/submit-button";
import type { FormAction } from "@/lib/core/form-state";
import type { Locale } from "@/lib/core/locale";
import type { LaterVersion } from "@/lib/surveys/amendments/schema";
import type { VersionAddress } from "@/lib/surveys/versions/schema";
import { differenceKeys } from "./refusals";
import { WordingChanges } from "./wording-changes";

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
  const first = later.find(({ difference }) => difference === null);
  return (
    <Section id="corriger" title={t("amend.title")}>
      <p className="mb-4 max-w-measure">{t("amend.lead", { version: asked.version })}</p>
      <p className="muted mb-4 max-w-measure">{t("amend.follows")}</p>
      <div className="grid gap-6">
        {later.map((each) => (
          <div key={each.version} className="campaign-verb">
            {each.difference ? (
              <p>
                {t("amend.cannot", {
                  version: each.version,
                  difference: t(differenceKeys[each.difference.kind], {
                    label: each.difference.label[locale],
                  }),
                })}
              </p>
            ) : (
              <MoveForm {...{ action, hidden, locale }} later={each} isFirst={each === first} />
            )}
            <p className="campaign-links">
              <a href={`/pilotage/enquete/questionnaire/${asked.survey}/${each.version}`}>
                {t("amend.read", { version: each.version })}
              </a>
            </p>
          </div>
        ))}
      </div>
    </Section>
  );
}

type MoveFormProps = Pick<AmendFormProps, "action" | "hidden" | "locale"> & {
  later: LaterVersion;
  /** To whose box what is refused leads. */
  isFirst: boolean;
};

/** What will be read otherwise, then the box that says the meaning is the same, then the button. */
async function MoveForm({ action, hidden, locale, later, isFirst }: MoveFormProps) {
  const t = await getTranslations("campaigns");
  const { version, revision, changes } = later;
  return (
    <ActionForm
      action={action}
      hidden={{ ...hidden, version: String(version), read: String(revision) }}
      className="grid gap-4"
    >
      <h3>{t("amend.changes", { version })}</h3>
      <WordingChanges changes={changes} locale={locale} />
      <CheckList
        name="same"
        id={isFirst ? "same" : `same-${version}`}
        legend={t("amend.sameTitle")}
        options={[{ value: "1", label: t("amend.same") }]}
        defaultValues={[]}
      />
      <p>
        <SubmitButton className="btn btn-secondary" pending={t("amend.working")}>
          {t("amend.say", { version })}
        </SubmitButton>
      </p>
    </ActionForm>
  );
}
