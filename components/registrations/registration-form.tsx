import { getTranslations } from "next-intl/server";
import { ShownField } from "@/components/company/shown-field";
import { ActionForm } from "@/components/ui/action-form";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import type { FormAction } from "@/lib/core/form-state";
import type { EventView } from "@/lib/events/queries";
import { PeopleFields } from "./people-fields";
import { QuestionFields } from "./question-fields";
import { WaitButton } from "./wait-button";

type RegistrationFormProps = {
  action: FormAction;
  event: EventView;
  /** Of the form as it is shown: sent twice it is one registration. */
  formKey: string;
  /** Whoever is signed in. */
  person: { name: string | null; email: string | null; sharesPresence: boolean } | null;
};

/** Everything somebody says to register, for any browser. */
export async function RegistrationForm({ action, event, formKey, person }: RegistrationFormProps) {
  const t = await getTranslations("eventsRegister.form");
  const isFull = event.left === 0;
  return (
    <ActionForm
      action={action}
      hidden={{ event: event.slug, key: formKey, wait: isFull ? "1" : undefined }}
      className="registration-form"
    >
      <TextField
        name="name"
        label={t("name")}
        hint={t("nameHint")}
        defaultValue={person?.name ?? ""}
        autoComplete="name"
        maxLength={80}
        required
      />
      {person?.email ? (
        <p className="muted">{t("asYou", { email: person.email })}</p>
      ) : (
        <TextField
          name="email"
          type="email"
          label={t("email")}
          hint={t("emailHint")}
          autoComplete="email"
          maxLength={254}
          required
        />
      )}
      <PeopleFields mostPeople={event.mostPeople} asksNames={event.asksNames} />
      <QuestionFields questions={event.questions} />
      {person ? (
        <ShownField sharesPresence={person.sharesPresence} choice="profile" profileValue="" />
      ) : null}
      <div className="registration-trap" aria-hidden="true">
        <label htmlFor="website">{t("trap")}</label>
        <input id="website" name="website" tabIndex={-1} autoComplete="off" />
      </div>
      <div className="flex flex-wrap gap-3">
        <SubmitButton pending={t("sending")}>{t(isFull ? "sendWaiting" : "send")}</SubmitButton>
        {isFull ? null : <WaitButton label={t("wait")} pending={t("sending")} />}
      </div>
      <p className="small muted">
        {t.rich("privacy", { link: (words) => <a href="/confidentialite">{words}</a> })}
      </p>
    </ActionForm>
  );
}
