import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ActionForm } from "@/components/ui/action-form";
import { CheckList } from "@/components/ui/check-list";
import { NumberField } from "@/components/ui/number-field";
import { Section } from "@/components/ui/section";
import { SelectField } from "@/components/ui/select-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import type { Day } from "@/lib/core/day";
import type { FormAction } from "@/lib/core/form-state";
import { localeOf } from "@/lib/core/locale";
import type { Habilitation } from "@/lib/members/habilitations/queries";
import { nameIn } from "@/lib/members/habilitations/rules";
import type { Space } from "@/lib/spaces/queries";
import { mostUnits, type ResourceSetup } from "@/lib/spaces/resources/schema";
import { bookingModes, type ResourceKind, resourceFeatures } from "@/lib/spaces/schema";
import { DelayFields, HourFields, PartFields, ServiceFields } from "./term-fields";

type ResourceFormProps = {
  space: Space;
  kind: ResourceKind;
  setup: ResourceSetup;
  possibleParts: { id: string; name: string }[];
  /** Those it may ask for. */
  habilitations: Habilitation[];
  today: Day;
  action: FormAction;
  /** Left out: a new one. The mark is of the setup shown. */
  known?: { resourceId: string; mark: string };
};

/** Everything a host may say of a resource, in one form; what most leave as it is stays folded. */
export async function ResourceForm(props: ResourceFormProps) {
  const { space, kind, setup, possibleParts, habilitations, today, action, known } = props;
  const [t, language] = await Promise.all([getTranslations("terms"), getLocale()]);
  const reader = { t, locale: localeOf(language), today };
  const hidden = { slug: space.slug, ...(known ?? { kind }) };
  const isComposite = kind === "room" || kind === "office" || setup.partIds.length > 0;
  return (
    <ActionForm action={action} hidden={hidden} className="grid gap-6">
      <WhatFields
        setup={setup}
        hasUnits={kind === "equipment" && !known}
        hasFeatures={kind !== "equipment" || setup.features.length > 0}
      />
      <HowFields setup={setup}>
        <HabilitationField setup={setup} habilitations={habilitations} />
      </HowFields>
      <HourFields setup={setup} reader={reader} />
      <DelayFields setup={setup} space={space} reader={reader} />
      <ServiceFields {...{ setup, reader }}>
        {known ? (
          <p>
            <a href={`/hote/${space.slug}/fermer?quoi=${known.resourceId}`}>{t("form.close")}</a>
          </p>
        ) : null}
      </ServiceFields>
      {isComposite && possibleParts.length > 0 ? (
        <PartFields setup={setup} possibleParts={possibleParts} t={t} />
      ) : null}
      <p>
        <SubmitButton pending={t("form.saving")}>
          {t(known ? "form.changeButton" : "form.addButton")}
        </SubmitButton>
      </p>
    </ActionForm>
  );
}

type WhatFieldsProps = {
  setup: ResourceSetup;
  hasUnits: boolean;
  /** A window or a sit-stand desk is of no piece of equipment. */
  hasFeatures: boolean;
};

async function WhatFields({ setup, hasUnits, hasFeatures }: WhatFieldsProps) {
  const [t, features] = await Promise.all([
    getTranslations("terms.form"),
    getTranslations("spaces.features"),
  ]);
  return (
    <Section id="la-place" title={t("what")} className="mt-6">
      <div className="grid gap-5">
        <TextField
          name="name"
          label={t("name")}
          hint={t(hasUnits ? "nameUnitsHint" : "nameHint")}
          defaultValue={setup.name}
          maxLength={60}
          autoComplete="off"
          required
        />
        <div className="grid gap-4 sm:grid-cols-2">
          {hasUnits ? (
            <NumberField
              name="quantity"
              label={t("quantity")}
              hint={t("quantityHint", { most: mostUnits })}
              value={1}
              required
            />
          ) : null}
          <NumberField
            name="capacity"
            label={t("capacity")}
            hint={t("capacityHint")}
            value={setup.capacity}
            required
          />
          {hasFeatures ? (
            <NumberField
              name="mostPeople"
              label={t("mostPeople")}
              hint={t("mostPeopleHint")}
              value={setup.mostPeople}
            />
          ) : null}
        </div>
        {hasFeatures ? (
          <CheckList
            name="features"
            legend={t("features")}
            defaultValues={setup.features}
            options={resourceFeatures.map((value) => ({ value, label: features(value) }))}
          />
        ) : null}
      </div>
    </Section>
  );
}

type HabilitationFieldProps = { setup: ResourceSetup; habilitations: Habilitation[] };

/** Left out while the network has none to ask for. */
async function HabilitationField({ setup, habilitations }: HabilitationFieldProps) {
  if (habilitations.length === 0) return null;
  const [t, language] = await Promise.all([getTranslations("terms.form"), getLocale()]);
  const locale = localeOf(language);
  return (
    <SelectField
      name="habilitationId"
      label={t("habilitation")}
      hint={t("habilitationHint")}
      defaultValue={setup.habilitationId ?? ""}
      options={[
        { value: "", label: t("noHabilitation") },
        ...habilitations.map(({ id, name }) => ({ value: id, label: nameIn(name, locale) })),
      ]}
    />
  );
}

async function HowFields({ setup, children }: { setup: ResourceSetup; children: ReactNode }) {
  const t = await getTranslations("terms.form");
  return (
    <Section id="reservation" title={t("how")} className="mt-6">
      <div className="grid gap-5 sm:grid-cols-2 sm:items-start">
        <CheckList
          name="modes"
          legend={t("modes")}
          defaultValues={setup.modes}
          options={bookingModes.map((value) => ({ value, label: t(`mode.${value}`) }))}
        />
        <CheckList
          name="needsApproval"
          legend={t("approval")}
          defaultValues={setup.needsApproval ? ["yes"] : []}
          options={[{ value: "yes", label: t("approvalYes"), hint: t("approvalHint") }]}
        />
        {children}
      </div>
    </Section>
  );
}
