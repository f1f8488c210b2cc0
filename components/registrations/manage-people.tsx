import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/ui/action-form";
import { Section } from "@/components/ui/section";
import { SelectField } from "@/components/ui/select-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import type { FormAction } from "@/lib/core/form-state";
import type { RegistrationView } from "@/lib/events/registrations/queries";
import { repositioned } from "@/lib/events/registrations/rules";

type ManagePeopleProps = {
  registration: RegistrationView;
  change: FormAction;
  cancelOne: FormAction;
};

/** Who comes: each may be taken off alone; below, how many and under which names. */
export async function ManagePeople({ registration, change, cancelOne }: ManagePeopleProps) {
  const t = await getTranslations("eventsRegister.manage");
  const { people, token, event, quantity } = registration;
  const named = people.map((person, index) => ({
    ...person,
    words: person.name ?? t("unnamed", { rank: index + 1 }),
  }));
  return (
    <Section id="qui-vient" title={t("people")} className="mt-10">
      <ul className="rows">
        {named.map(({ position, words }) => (
          <li key={position} className="registration-person">
            <span>{position === 0 ? t("first", { name: words }) : words}</span>
            {quantity > 1 ? (
              <ActionForm action={cancelOne} hidden={{ token, position: String(position) }}>
                <SubmitButton
                  className="btn btn-secondary"
                  pending={t("dropping")}
                  label={t("dropOf", { name: words })}
                >
                  {t("drop")}
                </SubmitButton>
              </ActionForm>
            ) : null}
          </li>
        ))}
      </ul>
      {event.mostPeople > 1 || quantity > 1 ? (
        <ChangeForm registration={registration} action={change} />
      ) : null}
    </Section>
  );
}

async function ChangeForm({
  registration: { token, event, quantity, people },
  action,
}: {
  registration: RegistrationView;
  action: FormAction;
}) {
  const t = await getTranslations("eventsRegister.manage");
  const most = Math.max(event.mostPeople, quantity);
  const counts = Array.from({ length: most }, (_, index) => String(index + 1));
  return (
    <details className="mt-4" open={event.asksNames ? undefined : true}>
      <summary className="btn btn-quiet">{t(event.asksNames ? "change" : "changeCount")}</summary>
      <ActionForm action={action} hidden={{ token }} className="registration-form mt-4">
        <SelectField
          name="quantity"
          label={t("quantity")}
          options={counts.map((count) => ({ value: count, label: count }))}
          defaultValue={String(quantity)}
        />
        {event.asksNames ? <NameFields people={people} most={most} /> : null}
        <div>
          <SubmitButton className="btn btn-secondary" pending={t("saving")}>
            {t("save")}
          </SubmitButton>
        </div>
      </ActionForm>
    </details>
  );
}

/** A line for each who comes, and for each who may still: numbered as they stand in the list. */
async function NameFields({ people, most }: { people: RegistrationView["people"]; most: number }) {
  const t = await getTranslations("eventsRegister.manage");
  const { come } = repositioned(
    people.map(({ position }) => position),
    most,
  );
  const lines = [...people, ...come.map((position) => ({ position, name: null }))];
  return lines.map(({ position, name }, index) => (
    <TextField
      key={position}
      name={`name-${position + 1}`}
      label={t("nameOf", { rank: index + 1 })}
      defaultValue={name ?? ""}
      maxLength={80}
      autoComplete="off"
    />
  ));
}
