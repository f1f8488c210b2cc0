import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/ui/action-form";
import { SelectField } from "@/components/ui/select-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import { type CellAsked, hoursOfCell, momentsOfCell } from "@/lib/bookings/weeks/rules";
import type { FormAction } from "@/lib/core/form-state";
import type { Space, SpaceResource } from "@/lib/spaces/queries";
import { MemberSearch, WhoField } from "./member-choice";

type BookForFormProps = {
  space: Space;
  resource: SpaceResource;
  cell: CellAsked;
  at: Date;
  search: string;
  people: { id: string; name: string }[];
  proof: string | null;
  isLimited: boolean;
  idempotencyKey: string;
  action: FormAction;
};

/** Somebody on the telephone: a member found by name, or a name; a moment; then one button. */
export async function BookForForm(props: BookForFormProps) {
  const { space, resource, cell, at, search, people, proof, isLimited, idempotencyKey, action } =
    props;
  const [t, bookings] = await Promise.all([getTranslations("board"), getTranslations("bookings")]);
  const { day, part } = cell;
  const moments = momentsOfCell(resource, cell, space.calendar);
  const [only = part, ...others] = moments;
  const hours = hoursOfCell(resource, cell, space.calendar, at);
  const asked = { de: cell.from, a: cell.until };
  const hidden = { slug: space.slug, day, resourceId: resource.id, idempotencyKey };
  return (
    <section aria-labelledby="pour" className="grid gap-6">
      <h2 id="pour" className="text-h3">
        {t("cell.bookFor")}
      </h2>
      <MemberSearch
        search={search}
        people={people}
        isLimited={isLimited}
        kept={{ poste: resource.id, jour: day, moment: part, ...(cell.from ? asked : {}) }}
      />
      <ActionForm
        action={action}
        hidden={others.length > 0 ? hidden : { ...hidden, part: only }}
        alternativesTitle={bookings("alternatives")}
        className="grid gap-6"
      >
        {others.length > 0 ? (
          <SelectField
            name="part"
            label={t("cell.moment")}
            options={moments.map((value) => ({ value, label: t(`cell.moments.${value}`) }))}
            defaultValue={only}
          />
        ) : null}
        {moments.includes("hours") ? (
          <HoursFields
            resource={resource}
            hours={hours}
            className={others.length > 0 ? "when-hours" : ""}
          />
        ) : null}
        <WhoField
          people={people}
          proof={proof}
          legendClassName="mb-3 font-bold"
          guest={{ label: t("cell.forName") }}
        />
        <TextField name="note" label={t("cell.forNote")} maxLength={500} />
        <SubmitButton className="btn btn-primary btn-lg" pending={t("cell.bookingFor")}>
          {t("cell.bookForAction")}
        </SubmitButton>
      </ActionForm>
    </section>
  );
}

type HoursFieldsProps = {
  resource: SpaceResource;
  hours: { from: string; until: string };
  className: string;
};

/** From and to, wall time of the space, on the step of the resource. */
async function HoursFields({ resource, hours, className }: HoursFieldsProps) {
  const t = await getTranslations("board.cell");
  const { stepMinutes: step, minMinutes: least, maxMinutes: most } = resource;
  return (
    <div className={className}>
      <div className="mb-2 grid grid-cols-2 gap-3">
        {(["from", "until"] as const).map((name) => (
          <TextField
            key={name}
            name={name}
            type="time"
            label={t(name)}
            defaultValue={hours[name]}
            step={step * 60}
          />
        ))}
      </div>
      <p className="hint">{t("hoursHint", { step, least, most })}</p>
    </div>
  );
}
