import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/ui/action-form";
import { SubmitButton } from "@/components/ui/submit-button";
import type { BookingPart } from "@/lib/bookings/schema";
import type { FormAction } from "@/lib/core/form-state";
import { MemberSearch, WhoField } from "./member-choice";

type WalkInFormProps = {
  slug: string;
  /** Parts of today that are still open, in order. */
  slots: { part: BookingPart; free: number }[];
  search: string;
  people: { id: string; name: string }[];
  proof: string | null;
  isLimited: boolean;
  idempotencyKey: string;
  action: FormAction;
};

/** First who (a member found by name, or a first name), then for which moment: two steps on one page. */
export async function WalkInForm(props: WalkInFormProps) {
  const { slug, slots, search, people, proof, isLimited, idempotencyKey, action } = props;
  const t = await getTranslations("host");
  const first = slots.find(({ free }) => free > 0)?.part;
  return (
    <div className="grid gap-8">
      <MemberSearch search={search} people={people} isLimited={isLimited} />
      <ActionForm action={action} hidden={{ slug, idempotencyKey }} className="grid gap-6">
        <WhoField
          people={people}
          proof={proof}
          legendClassName="mb-3 font-display text-h3 font-semibold"
          guest={{ label: t("guestName"), hint: t("guestNameHint") }}
        />
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
