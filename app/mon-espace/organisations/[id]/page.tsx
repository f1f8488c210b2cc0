import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { dayWords } from "@/components/memberships/day-words";
import { DelegatedForm } from "@/components/organisations/delegated-form";
import { ActionForm } from "@/components/ui/action-form";
import { EmptyState } from "@/components/ui/empty-state";
import { Message } from "@/components/ui/message";
import { PageHead } from "@/components/ui/page-head";
import { Section } from "@/components/ui/section";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import { type DelegatedBooking, listDelegatedBookings } from "@/lib/bookings/delegated/queries";
import { dayOf } from "@/lib/core/day";
import { localeOf } from "@/lib/core/locale";
import { now } from "@/lib/infra/clock";
import { getDelegation, type OrganisationPersonView } from "@/lib/members/organisations/queries";
import { organisationInput } from "@/lib/members/organisations/schema";
import { listOwnTownHalls } from "@/lib/members/organisations/town-halls/queries";
import { listSpaces } from "@/lib/spaces/queries";
import { networkTimeZone } from "@/lib/spaces/schema";
import { orNotFound } from "@/lib/web/not-found";
import { requirePerson } from "@/lib/web/session";
import { addBeneficiaryAction, bookDelegatedAction, removeBeneficiaryAction } from "../actions";

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ fait?: string | string[] }>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("belonging.ownOrganisations"))("title") };
}

export default async function DelegationPage({ params, searchParams }: Props) {
  const [{ id }, { fait }] = await Promise.all([params, searchParams]);
  const actor = await requirePerson(`/mon-espace/organisations/${id}`);
  if (!organisationInput.safeParse({ organisationId: id }).success) notFound();
  const { name, beneficiaries } = await orNotFound(getDelegation(actor, id));
  const [bookings, spaces, townHalls, entry, t, own, members, common] = await Promise.all([
    orNotFound(listDelegatedBookings(actor, id)),
    listSpaces(),
    listOwnTownHalls(actor),
    getTranslations("paper.entry"),
    getTranslations("belonging.delegation"),
    getTranslations("belonging.ownOrganisations"),
    getTranslations("members"),
    getTranslations("common"),
  ]);
  return (
    <div className="wrap max-w-[52rem]">
      <PageHead
        title={name}
        lead={t("lead")}
        crumbsLabel={common("breadcrumb")}
        crumbs={[
          { label: members("title"), href: "/mon-espace" },
          { label: own("title"), href: "/mon-espace/organisations" },
          { label: name },
        ]}
      />
      {fait ? (
        <Message tone="ok" role="status">
          {fait === "reserve" ? t("made") : t("saved")}
        </Message>
      ) : null}
      {townHalls.some(({ organisationId }) => organisationId === id) ? (
        <p className="mb-6">
          <a className="btn btn-secondary" href={`/mon-espace/organisations/${id}/saisie`}>
            {entry("tool")}
          </a>
        </p>
      ) : null}
      {beneficiaries.length === 0 ? (
        <EmptyState title={t("nobody")}>
          <p>{t("nobodyLead")}</p>
        </EmptyState>
      ) : (
        <Section id="reserver" title={t("book")} className="mt-2">
          <DelegatedForm
            organisationId={id}
            people={beneficiaries}
            spaces={spaces}
            today={dayOf(now(), networkTimeZone)}
            idempotencyKey={crypto.randomUUID()}
            action={bookDelegatedAction}
          />
        </Section>
      )}
      <Section id="reservations" title={t("bookings")}>
        <Bookings bookings={bookings} />
      </Section>
      <Section id="personnes" title={t("people")}>
        <People organisationId={id} people={beneficiaries} />
      </Section>
    </div>
  );
}

async function Bookings({ bookings }: { bookings: DelegatedBooking[] }) {
  const [t, language] = await Promise.all([getTranslations("belonging.delegation"), getLocale()]);
  const locale = localeOf(language);
  if (bookings.length === 0) return <p className="muted">{t("noBookings")}</p>;
  return (
    <ul className="rows">
      {bookings.map(({ id, day, part, state, personName, spaceName }) => {
        const when = part === "hours" ? "day" : part;
        const words = { name: personName, part: t(`parts.${when}`), space: spaceName };
        const isOver = state !== "confirmed" && state !== "requested";
        return (
          <li key={id}>
            <p className="font-bold">{dayWords(day, locale)}</p>
            <p className="small muted">
              {t("line", words)}
              {isOver ? `, ${t("cancelled")}` : ""}
              {state === "requested" ? `, ${t("requested")}` : ""}
            </p>
          </li>
        );
      })}
    </ul>
  );
}

type PeopleProps = { organisationId: string; people: OrganisationPersonView[] };

async function People({ organisationId, people }: PeopleProps) {
  const [t, host] = await Promise.all([
    getTranslations("belonging.delegation"),
    getTranslations("host"),
  ]);
  return (
    <>
      <ul className="rows">
        {people.map(({ personId, name: typed }) => {
          const name = typed || host("nameless");
          return (
            <li key={personId} className="belonging-row">
              <p className="min-w-0 break-words">{name}</p>
              <ActionForm action={removeBeneficiaryAction} hidden={{ organisationId, personId }}>
                <SubmitButton
                  className="btn btn-quiet"
                  pending={t("working")}
                  label={t("removeNamed", { name })}
                >
                  {t("remove")}
                </SubmitButton>
              </ActionForm>
            </li>
          );
        })}
      </ul>
      <ActionForm
        action={addBeneficiaryAction}
        hidden={{ organisationId }}
        className="mt-4 grid max-w-[30rem] gap-4"
      >
        <TextField
          name="email"
          type="email"
          label={t("email")}
          hint={t("emailHint")}
          autoComplete="off"
          maxLength={254}
          required
        />
        <div>
          <SubmitButton className="btn btn-secondary" pending={t("working")}>
            {t("ask")}
          </SubmitButton>
        </div>
      </ActionForm>
    </>
  );
}
