import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/ui/action-form";
import { SubmitButton } from "@/components/ui/submit-button";
import type { FormAction } from "@/lib/core/form-state";
import type { EventFields } from "@/lib/events/editing/schema";
import { MoreFields } from "./event-more-fields";
import { PriceFields, SeatFields } from "./event-seat-fields";
import { WhatFields } from "./event-what-fields";
import { type Place, WhenFields, WhereFields } from "./event-where-fields";
import { ScopeField } from "./scope-field";

type EventFormProps = {
  action: FormAction;
  hidden: Record<string, string | undefined>;
  /** What its fields hold at first. */
  fields: EventFields;
  place: Place;
  /** A new one is announced or kept; one that is, saved; a member's goes to the hosts. */
  kind: "new" | "edit" | "proposal";
  /** One date of several: whether those that follow change alike. */
  isSeries?: boolean;
};

/** Everything that is written of an event, in one form; what most leave as it is stays folded. */
export async function EventForm({
  action,
  hidden,
  fields,
  place,
  kind,
  isSeries = false,
}: EventFormProps) {
  const t = await getTranslations("eventsEdit");
  return (
    <ActionForm
      action={action}
      hidden={hidden}
      className="grid gap-6"
      alternativesTitle={t("near")}
    >
      <WhatFields fields={fields} />
      <WhenFields fields={fields} place={place} />
      <WhereFields fields={fields} place={place} />
      <SeatFields fields={fields} />
      <PriceFields fields={fields} />
      <MoreFields fields={fields} habilitations={place.habilitations ?? []} />
      {isSeries ? <ScopeField /> : null}
      <p className="flex flex-wrap gap-3">
        {kind === "new" ? (
          <>
            <SubmitButton name="next" value="publish" pending={t("form.sending")}>
              {t("form.publish")}
            </SubmitButton>
            <SubmitButton
              name="next"
              value="draft"
              className="btn btn-secondary"
              pending={t("form.sending")}
            >
              {t("form.draft")}
            </SubmitButton>
          </>
        ) : (
          <SubmitButton pending={t("form.sending")}>
            {t(kind === "edit" ? "form.save" : "propose.button")}
          </SubmitButton>
        )}
      </p>
    </ActionForm>
  );
}
