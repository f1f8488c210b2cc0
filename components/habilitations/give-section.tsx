import { getLocale, getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/ui/action-form";
import { FormFold } from "@/components/ui/form-fold";
import { SelectField } from "@/components/ui/select-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import type { FormAction } from "@/lib/core/form-state";
import { localeOf } from "@/lib/core/locale";
import type { Habilitation, HeldHabilitation } from "@/lib/members/habilitations/queries";
import { nameIn } from "@/lib/members/habilitations/rules";
import { endWords } from "./end-words";

type GiveSectionProps = {
  slug: string;
  personId: string;
  held: HeldHabilitation[];
  habilitations: Habilitation[];
  give: FormAction;
  takeBack: FormAction;
};

/** What a member holds, each taken back with a reason, and the form that gives one by hand. */
export async function GiveSection(props: GiveSectionProps) {
  const { slug, personId, held, habilitations, give, takeBack } = props;
  const [t, language] = await Promise.all([getTranslations("habilitations"), getLocale()]);
  const locale = localeOf(language);
  const inForce = held.filter(({ isOver }) => !isOver);
  return (
    <>
      <p className="muted -mt-2">{t("host.lead")}</p>
      {inForce.length === 0 ? (
        <p className="mt-3">{t("host.none")}</p>
      ) : (
        <ul className="rows">
          {inForce.map(({ id, name, expiresAt, isOver }) => (
            <li key={id} className="grid gap-2">
              <p>
                <b className="break-words">{nameIn(name, locale)}</b>{" "}
                {endWords({ expiresAt, isOver }, locale, t)}
              </p>
              <ActionForm
                action={takeBack}
                hidden={{ slug, personId, habilitationId: id }}
                className="grid gap-3"
              >
                <FormFold
                  label={t("host.takeBack")}
                  named={t("host.takeBackNamed", { name: nameIn(name, locale) })}
                >
                  <TextField
                    id={`reason-${id}`}
                    name="reason"
                    label={t("host.reason")}
                    maxLength={300}
                    autoComplete="off"
                    required
                  />
                  <div>
                    <SubmitButton className="btn btn-danger" pending={t("host.working")}>
                      {t("host.takeBack")}
                    </SubmitButton>
                  </div>
                </FormFold>
              </ActionForm>
            </li>
          ))}
        </ul>
      )}
      <h3 className="mt-6 mb-2 text-h4">{t("host.give")}</h3>
      {habilitations.length === 0 ? (
        <p className="muted">{t("host.noList")}</p>
      ) : (
        <ActionForm action={give} hidden={{ slug, personId }} className="grid max-w-[30rem] gap-4">
          <SelectField
            name="habilitationId"
            label={t("host.which")}
            options={habilitations.map(({ id, name }) => ({
              value: id,
              label: nameIn(name, locale),
            }))}
            defaultValue={habilitations[0]?.id ?? ""}
          />
          <TextField
            name="lastDay"
            type="date"
            label={t("host.lastDay")}
            hint={t("host.lastDayHint")}
          />
          <TextField
            name="reason"
            label={t("host.reason")}
            hint={t("host.reasonHint")}
            maxLength={300}
            autoComplete="off"
            required
          />
          <div>
            <SubmitButton pending={t("host.working")}>{t("host.giveButton")}</SubmitButton>
          </div>
        </ActionForm>
      )}
    </>
  );
}
