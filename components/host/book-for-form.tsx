import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/ui/action-form";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import type { BookingPart } from "@/lib/bookings/schema";
import type { Day } from "@/lib/core/day";
import type { FormAction } from "@/lib/core/form-state";

type BookForFormProps = {
  slug: string;
  day: Day;
  part: BookingPart;
  resourceId: string;
  search: string;
  people: { id: string; name: string }[];
  idempotencyKey: string;
  action: FormAction;
};

/** Somebody on the telephone: a member found by name, or a name; then one button. */
export async function BookForForm(props: BookForFormProps) {
  const { slug, day, part, resourceId, search, people, idempotencyKey, action } = props;
  const [t, host, bookings] = await Promise.all([
    getTranslations("board"),
    getTranslations("host"),
    getTranslations("bookings"),
  ]);
  return (
    <section aria-labelledby="pour" className="grid gap-6">
      <h2 id="pour" className="text-h3">
        {t("cell.bookFor")}
      </h2>
      <form method="get" className="flex flex-wrap items-end gap-3">
        <input type="hidden" name="poste" value={resourceId} />
        <input type="hidden" name="jour" value={day} />
        <input type="hidden" name="moment" value={part} />
        <div className="min-w-0 flex-1 basis-64">
          <TextField
            name="membre"
            type="search"
            label={host("memberSearch")}
            hint={host("memberSearchHint")}
            defaultValue={search}
            maxLength={200}
          />
        </div>
        <button type="submit" className="btn btn-secondary">
          {host("memberSearchAction")}
        </button>
      </form>
      {search.trim().length > 1 ? (
        <p role="status">{host("membersFound", { count: people.length, text: search })}</p>
      ) : null}
      <ActionForm
        action={action}
        hidden={{ slug, day, part, resourceId, idempotencyKey }}
        alternativesTitle={bookings("alternatives")}
        className="grid gap-6"
      >
        {people.length > 0 ? (
          <fieldset>
            <legend className="mb-3 font-bold">{host("walkInWho")}</legend>
            {people.map((person, index) => (
              <label key={person.id} className="option">
                <input
                  type="radio"
                  name="personId"
                  value={person.id}
                  defaultChecked={index === 0}
                />
                <b>{person.name || host("nameless")}</b>
              </label>
            ))}
          </fieldset>
        ) : (
          <TextField
            name="guestName"
            label={t("cell.forName")}
            autoComplete="off"
            maxLength={80}
            required
          />
        )}
        <TextField name="note" label={t("cell.forNote")} maxLength={500} />
        <SubmitButton className="btn btn-primary btn-lg" pending={t("cell.bookingFor")}>
          {t("cell.bookForAction")}
        </SubmitButton>
      </ActionForm>
    </section>
  );
}
