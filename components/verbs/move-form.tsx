import { getTranslations } from "next-intl/server";
import { bookingRefusalKeys } from "@/components/bookings/refusals";
import { ActionForm } from "@/components/ui/action-form";
import { Message } from "@/components/ui/message";
import { SubmitButton } from "@/components/ui/submit-button";
import type { MoveChoices } from "@/lib/bookings/moves/queries";
import { isSamePlace } from "@/lib/bookings/moves/rules";
import type { FormAction } from "@/lib/core/form-state";
import { isOfPlace, moveRefusalKeys } from "./refusals";

type MoveFormProps = { choices: MoveChoices; action: FormAction };

/** The free places of the moment asked for as native radios, and the one button that changes something. */
export async function MoveForm({ choices, action }: MoveFormProps) {
  const t = await getTranslations("verbs");
  const { booking, space, asked, free } = choices;
  const { wanted } = asked;
  if (!wanted) return <Message tone="warn">{t("move.badHours")}</Message>;
  if (free.length === 0) return <Nowhere {...choices} />;
  const here = { ...booking, resourceId: booking.resource.id };
  const others = free.filter(({ id }) => !isSamePlace(wanted, id, here));
  if (others.length === 0) return <Message tone="info">{t("move.same")}</Message>;
  const moment =
    "part" in wanted
      ? { day: wanted.day, part: wanted.part }
      : { startsAt: wanted.startsAt.toISOString(), endsAt: wanted.endsAt.toISOString() };
  return (
    <ActionForm
      action={action}
      hidden={{ bookingId: booking.id, slug: space.slug, ...moment }}
      alternativesTitle={t("move.alternatives")}
      className="grid gap-5"
    >
      <fieldset>
        <legend className="mb-3 font-display text-h3 font-semibold">{t("move.where")}</legend>
        {others.map(({ id, name }, index) => (
          <label key={id} className="option">
            <input type="radio" name="resourceId" value={id} defaultChecked={index === 0} />
            <span>
              <b>{name}</b>
              {id === booking.resource.id ? <small>{t("move.here")}</small> : null}
            </span>
          </label>
        ))}
      </fieldset>
      <SubmitButton className="btn btn-primary btn-lg btn-wide" pending={t("move.pending")}>
        {t("move.submit")}
      </SubmitButton>
    </ActionForm>
  );
}

async function Nowhere({ why }: MoveChoices) {
  const [t, bookings] = await Promise.all([getTranslations("verbs"), getTranslations("bookings")]);
  const refusal = why?.refusal ?? "slot_taken";
  const sentence = isOfPlace(refusal)
    ? bookings(bookingRefusalKeys[refusal])
    : t(moveRefusalKeys[refusal]);
  const said = why?.reason ? `${sentence} (${why.reason})` : sentence;
  return (
    <Message tone="warn" role="status">
      {t("move.nowhere", { reason: said })}
    </Message>
  );
}
