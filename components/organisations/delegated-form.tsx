import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/ui/action-form";
import { SelectField } from "@/components/ui/select-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import { bookingParts } from "@/lib/bookings/schema";
import type { Day } from "@/lib/core/day";
import type { FormAction } from "@/lib/core/form-state";
import type { OrganisationPersonView } from "@/lib/members/organisations/queries";

type DelegatedFormProps = {
  organisationId: string;
  people: OrganisationPersonView[];
  spaces: { slug: string; name: string }[];
  today: Day;
  idempotencyKey: string;
  action: FormAction;
};

/** Who, where, when: any free seat, for somebody who agreed. */
export async function DelegatedForm(props: DelegatedFormProps) {
  const { organisationId, people, spaces, today, idempotencyKey, action } = props;
  const [t, host] = await Promise.all([
    getTranslations("belonging.delegation"),
    getTranslations("host"),
  ]);
  return (
    <ActionForm
      action={action}
      hidden={{ organisationId, idempotencyKey }}
      className="grid max-w-[30rem] gap-4"
    >
      <SelectField
        name="personId"
        label={t("for")}
        options={people.map(({ personId, name }) => ({
          value: personId,
          label: name || host("nameless"),
        }))}
        defaultValue={people[0]?.personId ?? ""}
      />
      <SelectField
        name="slug"
        label={t("space")}
        options={spaces.map(({ slug, name }) => ({ value: slug, label: name }))}
        defaultValue={spaces[0]?.slug ?? ""}
      />
      <TextField
        name="day"
        type="date"
        label={t("day")}
        defaultValue={today}
        min={today}
        required
      />
      <SelectField
        name="part"
        label={t("part")}
        options={bookingParts.map((value) => ({ value, label: t(`parts.${value}`) }))}
        defaultValue="day"
      />
      <div>
        <SubmitButton pending={t("working")}>{t("send")}</SubmitButton>
      </div>
    </ActionForm>
  );
}
