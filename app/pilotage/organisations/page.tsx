import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { OrganisationRow } from "@/components/organisations/organisation-row";
import { ActionForm } from "@/components/ui/action-form";
import { EmptyState } from "@/components/ui/empty-state";
import { Message } from "@/components/ui/message";
import { PageHead } from "@/components/ui/page-head";
import { Section } from "@/components/ui/section";
import { SelectField } from "@/components/ui/select-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import { canRunDay } from "@/lib/bookings/policy";
import { isStaff, type PersonActor } from "@/lib/core/actor";
import { listOrganisations } from "@/lib/members/organisations/queries";
import { organisationKinds } from "@/lib/members/organisations/schema";
import { listSpaceNames } from "@/lib/spaces/queries";
import { listNamedCommunes } from "@/lib/surveys/answers/queries";
import { orNotFound } from "@/lib/web/not-found";
import { requirePerson } from "@/lib/web/session";
import { noteViews } from "@/lib/web/viewed-people";
import {
  addDelegateAction,
  createOrganisationAction,
  endOrganisationAction,
  placeTownHallAction,
  removeDelegateAction,
} from "./actions";

type Props = { searchParams: Promise<{ fait?: string | string[] }> };

const actions = {
  add: addDelegateAction,
  remove: removeDelegateAction,
  end: endOrganisationAction,
  place: placeTownHallAction,
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("belonging.organisations"))("title") };
}

export default async function OrganisationsPage({ searchParams }: Props) {
  const { fait } = await searchParams;
  const actor = await requirePerson("/pilotage/organisations");
  const organisations = await orNotFound(listOrganisations(actor));
  const people = organisations.flatMap(({ delegates }) => delegates);
  noteViews(actor, { spaceId: null, screen: "organisations", people });
  const [t, common, back, communes] = await Promise.all([
    getTranslations("belonging.organisations"),
    getTranslations("common"),
    wayBack(actor),
    isStaff(actor) ? listNamedCommunes() : [],
  ]);
  const members = communes.filter(({ isMember }) => isMember);
  return (
    <div className="wrap max-w-[52rem]">
      <PageHead
        title={t("title")}
        lead={t("lead")}
        crumbsLabel={common("breadcrumb")}
        crumbs={[...back, { label: t("title") }]}
      />
      {fait ? (
        <Message tone="ok" role="status">
          {t("saved")}
        </Message>
      ) : null}
      {organisations.length === 0 ? (
        <EmptyState title={t("none")}>
          <p>{t("noneLead")}</p>
        </EmptyState>
      ) : (
        <ul className="rows">
          {organisations.map((organisation) => (
            <OrganisationRow
              key={organisation.id}
              organisation={organisation}
              actions={actions}
              communes={members}
            />
          ))}
        </ul>
      )}
      <Section id="ajouter" title={t("add")}>
        <ActionForm
          action={createOrganisationAction}
          hidden={{ organisationId: crypto.randomUUID() }}
          className="grid max-w-[30rem] gap-4"
        >
          <TextField name="name" label={t("name")} autoComplete="off" maxLength={120} required />
          <SelectField
            name="kind"
            label={t("kind")}
            options={organisationKinds.map((value) => ({ value, label: t(`kinds.${value}`) }))}
            defaultValue="association"
          />
          <div>
            <SubmitButton pending={t("working")}>{t("create")}</SubmitButton>
          </div>
        </ActionForm>
      </Section>
    </div>
  );
}

/** Staff come from the reports, a host from the members of their space. */
async function wayBack(actor: PersonActor) {
  const [reports, list] = await Promise.all([
    getTranslations("reports"),
    getTranslations("belonging.host"),
  ]);
  if (isStaff(actor)) return [{ label: reports("pageTitle"), href: "/pilotage" }];
  const own = (await listSpaceNames()).filter(({ id }) => canRunDay(actor, id)).slice(0, 1);
  return own.map(({ slug }) => ({ label: list("title"), href: `/hote/${slug}/membres` }));
}
