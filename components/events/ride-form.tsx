import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/ui/action-form";
import { FormFold } from "@/components/ui/form-fold";
import { NumberField } from "@/components/ui/number-field";
import { SelectField } from "@/components/ui/select-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import type { FormAction } from "@/lib/core/form-state";
import { mostRideSeats, type RideKind } from "@/lib/events/rides/schema";

type RideFormProps = {
  slug: string;
  kind: RideKind;
  communes: { insee: string; name: string }[];
  /** Of one's profile. */
  home: string | null;
  /** One has such a line already. */
  isSaid: boolean;
  action: FormAction;
};

/** Folded until one wants it: from where, when, how many seats. */
export async function RideForm({ slug, kind, communes, home, isSaid, action }: RideFormProps) {
  if (isSaid) return null;
  const t = await getTranslations("rides");
  const id = (field: string) => `${kind}-${field}`;
  return (
    <ActionForm action={action} hidden={{ event: slug }} className="mt-3 grid gap-3">
      <FormFold label={t(kind === "offer" ? "offerCar" : "lookFor")}>
        <SelectField
          id={id("communeId")}
          name="communeId"
          label={t("commune")}
          options={communes.map(({ insee, name }) => ({ value: insee, label: name }))}
          defaultValue={home ?? communes[0]?.insee ?? ""}
        />
        {kind === "offer" ? (
          <TextField
            id={id("leavesAt")}
            name="leavesAt"
            type="time"
            label={t("leavesAt")}
            required
          />
        ) : null}
        <NumberField
          id={id("seats")}
          name="seats"
          label={t(kind === "offer" ? "seatsOffered" : "seatsAsked")}
          hint={t("seatsHint", { most: mostRideSeats })}
          value={1}
          required
        />
        <TextField
          id={id("note")}
          name="note"
          label={t("note")}
          hint={t("noteHint")}
          maxLength={140}
          autoComplete="off"
        />
        <p className="small muted">{t("shown")}</p>
        <div>
          <SubmitButton pending={t("working")}>
            {t(kind === "offer" ? "offerButton" : "askButton")}
          </SubmitButton>
        </div>
      </FormFold>
    </ActionForm>
  );
}
