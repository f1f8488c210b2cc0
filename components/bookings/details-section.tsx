import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/ui/action-form";
import { Section } from "@/components/ui/section";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextAreaField } from "@/components/ui/text-area-field";
import { mayChangeDetails } from "@/lib/bookings/details/rules";
import type { BookingView } from "@/lib/bookings/queries";
import type { FormAction } from "@/lib/core/form-state";

type DetailsSectionProps = {
  booking: BookingView;
  /** Of its place, the member counted. */
  capacity: number;
  at: Date;
  action: FormAction;
};

/** Who comes along and the note: to change while the booking stands, to read afterwards. */
export async function DetailsSection({ booking, capacity, at, action }: DetailsSectionProps) {
  const t = await getTranslations("hours");
  const { id, companions, note } = booking;
  const withNames = capacity > 1 || companions.length > 0;
  if (!mayChangeDetails(booking, at)) return <Read {...{ companions, note }} />;
  return (
    <Section id="avec-vous" title={t(withNames ? "companions" : "note")} className="no-print mt-10">
      <ActionForm
        action={action}
        hidden={{ bookingId: id }}
        alternativesTitle={t("roomier")}
        className="grid max-w-[34rem] gap-4"
      >
        {withNames ? (
          <TextAreaField
            name="companions"
            label={t("companionNames")}
            hint={t("companionsHint", { count: capacity })}
            maxLength={2000}
            defaultValue={companions.join("\n")}
          />
        ) : null}
        <TextAreaField
          name="note"
          label={t("ownNote")}
          hint={t("ownNoteHint")}
          maxLength={500}
          defaultValue={note ?? ""}
        />
        <div>
          <SubmitButton className="btn btn-secondary" pending={t("detailsSaving")}>
            {t(withNames ? "detailsSave" : "noteSave")}
          </SubmitButton>
        </div>
      </ActionForm>
    </Section>
  );
}

async function Read({ companions, note }: Pick<BookingView, "companions" | "note">) {
  if (companions.length === 0 && !note) return null;
  const t = await getTranslations("hours");
  return (
    <Section id="avec-vous" title={t(companions.length > 0 ? "companions" : "ownNote")}>
      {companions.length > 0 ? (
        <ul className="list-disc ps-5">
          {/* Two may have one name. */}
          {[...companions.entries()].map(([index, name]) => (
            <li key={index}>{name}</li>
          ))}
        </ul>
      ) : null}
      {note ? <p className="mt-2">{note}</p> : null}
    </Section>
  );
}
