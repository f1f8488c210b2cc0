import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/ui/action-form";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import type { BookingPart } from "@/lib/bookings/schema";
import type { Day } from "@/lib/core/day";
import type { FormAction } from "@/lib/core/form-state";
import { MemberSearch, WhoField } from "./member-choice";

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
  const [t, bookings] = await Promise.all([getTranslations("board"), getTranslations("bookings")]);
  return (
    <section aria-labelledby="pour" className="grid gap-6">
      <h2 id="pour" className="text-h3">
        {t("cell.bookFor")}
      </h2>
      <MemberSearch
        search={search}
        people={people}
        kept={{ poste: resourceId, jour: day, moment: part }}
      />
      <ActionForm
        action={action}
        hidden={{ slug, day, part, resourceId, idempotencyKey }}
        alternativesTitle={bookings("alternatives")}
        className="grid gap-6"
      >
        <WhoField
          people={people}
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
