import { getLocale, getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/ui/action-form";
import { CheckList } from "@/components/ui/check-list";
import { ChoiceList } from "@/components/ui/choice-list";
import { Section } from "@/components/ui/section";
import { SelectField } from "@/components/ui/select-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import type { FormAction } from "@/lib/core/form-state";
import { formatNumber } from "@/lib/core/format";
import { type Locale, localeOf } from "@/lib/core/locale";
import type { OwnCommute } from "@/lib/reports/commutes/queries";
import { commuteModes } from "@/lib/reports/commutes/schema";
import { smallestGroup } from "@/lib/reports/residences/rules";
import { asTyped } from "./number-words";

type CommuteFormProps = {
  own: OwnCommute;
  detourFactor: number;
  communes: { insee: string; name: string }[];
  spaces: { id: string; name: string }[];
  save: FormAction;
};

/** Where and how one goes to work; the agreement is asked each time, and never ticked beforehand. */
export async function CommuteForm(props: CommuteFormProps) {
  const [t, language] = await Promise.all([getTranslations("travel"), getLocale()]);
  const { own, communes, save } = props;
  return (
    <Section id="reponses" title={t(own.given ? "changeTitle" : "formTitle")}>
      {own.home ? <p className="muted -mt-3 mb-5">{t("home", { home: own.home })}</p> : null}
      <ActionForm action={save} className="grid max-w-measure gap-5">
        <TextField
          name="workplace"
          label={t("workplace")}
          hint={t("workplaceHint")}
          defaultValue={own.given?.workplace ?? ""}
          maxLength={80}
          autoComplete="off"
          list="communes"
          required
        />
        <datalist id="communes">
          {communes.map(({ insee, name }) => (
            <option key={insee} value={name} />
          ))}
        </datalist>
        <ChoiceList
          name="mode"
          legend={t("mode")}
          options={commuteModes.map((value) => ({ value, label: t(`modes.${value}`) }))}
          defaultValue={own.given?.mode ?? ""}
        />
        <Distances {...props} locale={localeOf(language)} />
        <CheckList
          name="agrees"
          legend={t("agreement")}
          options={[
            {
              value: "yes",
              label: t("agrees"),
              hint: t("agreesHint", { count: smallestGroup }),
            },
          ]}
          defaultValues={[]}
        />
        <p>
          <SubmitButton pending={t("saving")}>{t("save")}</SubmitButton>
        </p>
      </ActionForm>
    </Section>
  );
}

async function Distances({
  own,
  spaces,
  detourFactor,
  locale,
}: CommuteFormProps & { locale: Locale }) {
  const t = await getTranslations("travel");
  const detour = formatNumber(detourFactor, locale, 2);
  return (
    <>
      <TextField
        name="kmToWork"
        label={t("kmToWork")}
        hint={t("kmHint", { detour })}
        defaultValue={asTyped(own.given?.kmToWork ?? null, locale)}
        maxLength={20}
      />
      <SelectField
        name="space"
        label={t("space")}
        options={[
          { value: "", label: t("noSpace") },
          ...spaces.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        defaultValue={own.given?.spaceId ?? ""}
      />
      <TextField
        name="kmToSpace"
        label={t("kmToSpace")}
        hint={t("kmToSpaceHint", { detour })}
        defaultValue={asTyped(own.given?.kmToSpace ?? null, locale)}
        maxLength={20}
      />
    </>
  );
}
