import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/ui/action-form";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import type { BookingPart } from "@/lib/bookings/schema";
import type { FormAction } from "@/lib/core/form-state";

type WalkInFormProps = {
  slug: string;
  /** Parts of today that are still open, in order. */
  slots: { part: BookingPart; free: number }[];
  search: string;
  people: { id: string; name: string }[];
  idempotencyKey: string;
  action: FormAction;
};

/** First who (a member found by name, or a first name), then for which moment: two steps on one page. */
export async function WalkInForm(props: WalkInFormProps) {
  const { slug, slots, search, people, idempotencyKey, action } = props;
  const t = await getTranslations("host");
  const first = slots.find(({ free }) => free > 0)?.part;
  return (
    <div className="grid gap-8">
      <form method="get" className="flex flex-wrap items-end gap-3">
        <div className="min-w-0 flex-1 basis-64">
          <TextField
            name="membre"
            type="search"
            label={t("memberSearch")}
            hint={t("memberSearchHint")}
            defaultValue={search}
            maxLength={200}
          />
        </div>
        <button type="submit" className="btn btn-secondary">
          {t("memberSearchAction")}
        </button>
      </form>
      {search.trim().length > 1 ? (
        <p role="status">{t("membersFound", { count: people.length, text: search })}</p>
      ) : null}
      <ActionForm action={action} hidden={{ slug, idempotencyKey }} className="grid gap-6">
        {people.length > 0 ? (
          <fieldset>
            <legend className="mb-3 font-display text-h3 font-semibold">{t("walkInWho")}</legend>
            {people.map((person, index) => (
              <label key={person.id} className="option">
                <input
                  type="radio"
                  name="personId"
                  value={person.id}
                  defaultChecked={index === 0}
                />
                <b>{person.name || t("nameless")}</b>
              </label>
            ))}
          </fieldset>
        ) : (
          <TextField
            name="guestName"
            label={t("guestName")}
            hint={t("guestNameHint")}
            autoComplete="off"
            maxLength={80}
            required
          />
        )}
        <fieldset>
          <legend className="mb-3 font-display text-h3 font-semibold">{t("walkInPart")}</legend>
          {slots.map(({ part, free }) => (
            <label key={part} className="option">
              <input
                type="radio"
                name="part"
                value={part}
                defaultChecked={part === first}
                disabled={free === 0}
              />
              <span>
                <b>{t(`part.${part}`)}</b>
                <small>{t("walkInPartFree", { count: free })}</small>
              </span>
            </label>
          ))}
        </fieldset>
        <SubmitButton className="btn btn-primary btn-lg btn-wide" pending={t("welcoming")}>
          {t("welcome")}
        </SubmitButton>
      </ActionForm>
      <p>
        <a
          className="btn btn-quiet"
          href={people.length > 0 ? `/hote/${slug}/passage` : `/hote/${slug}`}
        >
          {people.length > 0 ? t("walkInGuest") : t("backToDay")}
        </a>
      </p>
    </div>
  );
}
