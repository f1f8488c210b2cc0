import { getLocale, getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/ui/action-form";
import { SelectField } from "@/components/ui/select-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { bookingAddress } from "@/lib/bookings/addresses/rules";
import type { SpaceDay } from "@/lib/bookings/queries";
import type { BookingPart } from "@/lib/bookings/schema";
import { mostWaitedFor } from "@/lib/bookings/waiting-list/schema";
import type { FormAction } from "@/lib/core/form-state";
import { formatDay } from "@/lib/core/format";
import { localeOf } from "@/lib/core/locale";
import type { Space } from "@/lib/spaces/queries";
import { delayWords } from "./waiting-words";

type WaitingFormProps = {
  space: Space;
  day: SpaceDay | undefined;
  part: BookingPart;
  at: Date;
  isSignedIn: boolean;
  action: FormAction;
};

/** « Tell me when a place comes free », where everything is taken and the moment has not begun. */
export async function WaitingForm({ space, day, part, at, isSignedIn, action }: WaitingFormProps) {
  const slot = day?.slots[part];
  if (!day || !slot || slot.refusal || slot.free.length > 0) return null;
  const [first] = slot.taken;
  if (!first || !slot.opening.open || slot.opening.startsAt <= at) return null;
  const kind = slot.taken.some((resource) => resource.kind === "desk") ? "desk" : first.kind;
  const count = slot.taken.filter((resource) => resource.kind === kind).length;
  const [t, language] = await Promise.all([getTranslations("waitingList"), getLocale()]);
  const hidden = { slug: space.slug, day: day.day, part, kind };
  const address = bookingAddress({ slug: space.slug, day: day.day, part, kind });
  return (
    <section className="panel" aria-labelledby="attendre">
      <h2 id="attendre" className="text-h3">
        {t("formTitle", { day: formatDay(day.day, localeOf(language)), part: t(part) })}
      </h2>
      <p className="mt-2 mb-4">{t("formLead", { delay: delayWords(space.offerMinutes, t) })}</p>
      <ActionForm
        action={action}
        hidden={hidden}
        alternativesTitle={t("alternatives")}
        className="grid gap-4"
      >
        <SelectField
          name="quantity"
          label={t("quantity")}
          hint={t("quantityHint")}
          options={Array.from({ length: Math.min(count, mostWaitedFor) }, (_, index) => {
            const quantity = index + 1;
            return { value: String(quantity), label: t("wanted", { kind, count: quantity }) };
          })}
          defaultValue="1"
        />
        {isSignedIn ? (
          <SubmitButton className="btn btn-primary btn-lg btn-wide" pending={t("joining")}>
            {t("join")}
          </SubmitButton>
        ) : (
          <a
            className="btn btn-primary btn-lg btn-wide"
            href={`/connexion?suite=${encodeURIComponent(address)}`}
          >
            {t("signInToJoin")}
          </a>
        )}
      </ActionForm>
    </section>
  );
}
