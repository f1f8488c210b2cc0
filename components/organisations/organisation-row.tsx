import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/ui/action-form";
import { SelectField } from "@/components/ui/select-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import { named } from "@/lib/core/elision";
import type { FormAction } from "@/lib/core/form-state";
import type { OrganisationView } from "@/lib/members/organisations/queries";

type OrganisationRowProps = {
  organisation: OrganisationView;
  actions: { add: FormAction; remove: FormAction; end: FormAction; place: FormAction };
  /** Those a town hall may be of; empty for whoever may not say so. */
  communes: { insee: string; name: string }[];
};

/** One organisation: who books for it, who may be asked to, and its end. */
export async function OrganisationRow({ organisation, actions, communes }: OrganisationRowProps) {
  const [t, host] = await Promise.all([
    getTranslations("belonging.organisations"),
    getTranslations("host"),
  ]);
  const { id: organisationId, name, kind, delegates, beneficiaries } = organisation;
  const names = delegates.map((person) => person.name || host("nameless")).join(", ");
  const kindWord = t(`kinds.${kind}`);
  return (
    <li className="grid gap-3">
      <div className="min-w-0">
        <h2 className="break-words text-h3">{name}</h2>
        <p className="small muted">{t("facts", { kind: kindWord, count: beneficiaries })}</p>
        <p>{names ? t("delegates", { names }) : t("noDelegate")}</p>
      </div>
      <ActionForm action={actions.add} hidden={{ organisationId }} className="grid gap-3">
        <div className="max-w-[30rem]">
          <TextField
            id={`adresse-${organisationId}`}
            name="email"
            type="email"
            label={t("delegateEmail", { name })}
            hint={t("delegateHint")}
            autoComplete="off"
            maxLength={254}
            required
          />
        </div>
        <div>
          <SubmitButton
            className="btn btn-secondary"
            pending={t("working")}
            label={t("askNamed", { name })}
          >
            {t("ask")}
          </SubmitButton>
        </div>
      </ActionForm>
      {kind === "town_hall" && communes.length > 0 ? (
        <PlaceForm organisation={organisation} communes={communes} action={actions.place} />
      ) : null}
      <div className="flex flex-wrap gap-2">
        {delegates.map(({ personId, name: typed }) => (
          <ActionForm key={personId} action={actions.remove} hidden={{ organisationId, personId }}>
            <SubmitButton className="btn btn-quiet" pending={t("working")}>
              {t("remove", { name: typed || host("nameless") })}
            </SubmitButton>
          </ActionForm>
        ))}
        <ActionForm action={actions.end} hidden={{ organisationId }}>
          <SubmitButton
            className="btn btn-quiet"
            pending={t("working")}
            label={t("endNamed", { name })}
          >
            {t("end")}
          </SubmitButton>
        </ActionForm>
      </div>
    </li>
  );
}

type PlaceFormProps = {
  organisation: OrganisationView;
  communes: { insee: string; name: string }[];
  action: FormAction;
};

/** Of which commune a town hall is: from then on its delegates enter the survey on paper for it. */
async function PlaceForm({ organisation, communes, action }: PlaceFormProps) {
  const t = await getTranslations("belonging.organisations");
  const { id: organisationId, name, communeId } = organisation;
  return (
    <ActionForm action={action} hidden={{ organisationId }} className="grid gap-3">
      <div className="max-w-[30rem]">
        <SelectField
          id={`commune-${organisationId}`}
          name="commune"
          label={t("commune", named(name))}
          hint={t("communeHint")}
          options={[
            { value: "", label: t("noCommune") },
            ...communes.map(({ insee, name: label }) => ({ value: insee, label })),
          ]}
          defaultValue={communeId ?? ""}
        />
      </div>
      <div>
        <SubmitButton
          className="btn btn-secondary"
          pending={t("working")}
          label={t("placeNamed", { name })}
        >
          {t("place")}
        </SubmitButton>
      </div>
    </ActionForm>
  );
}
