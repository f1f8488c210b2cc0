import { ActionForm } from "@/components/ui/action-form";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import type { HostEntry } from "@/lib/bookings/host-days/queries";
import type { OfferedVerb } from "@/lib/bookings/offered-verbs/rules";
import type { FormAction } from "@/lib/core/form-state";
import type { Space } from "@/lib/spaces/queries";
import { type MoveAsked, MoveForm } from "./booking-forms";
import type { BoardWords, Wording } from "./entry-words";

type VerbFormsProps = {
  space: Space;
  entry: HostEntry;
  verbs: OfferedVerb[];
  /** Where the address says it should move. */
  asked: MoveAsked | null;
  wording: Wording;
  actions: { move: FormAction; release: FormAction; check_out: FormAction; reinstate: FormAction };
};

const titles = {
  reinstate: "booking.reinstateTitle",
  check_out: "booking.leaveTitle",
  move: "booking.moveTitle",
  release: "booking.releaseTitle",
  swap: "booking.swapLink",
} as const satisfies Record<OfferedVerb, Parameters<BoardWords>[0]>;
const order = ["reinstate", "check_out", "move", "release", "swap"] as const;

/** What can be done with a booking now, and nothing else: one panel a verb. */
export function VerbForms({ verbs, ...props }: VerbFormsProps) {
  const { t } = props.wording;
  return order
    .filter((verb) => verbs.includes(verb))
    .map((verb) => (
      <section key={verb} id={verb} className="panel mt-6" aria-labelledby={`${verb}-titre`}>
        <h2 id={`${verb}-titre`} className="text-h3">
          {t(titles[verb])}
        </h2>
        <VerbForm verb={verb} {...props} />
      </section>
    ));
}

type VerbFormProps = Omit<VerbFormsProps, "verbs"> & { verb: OfferedVerb };

function VerbForm({ verb, space, entry, asked, wording, actions }: VerbFormProps) {
  const { t } = wording;
  const hidden = { slug: space.slug, bookingId: entry.id };
  switch (verb) {
    case "move":
      return <MoveForm {...{ space, entry, asked, wording }} action={actions.move} />;
    case "swap":
      return (
        <p>
          {t("booking.swapLead")}{" "}
          <a href={`/mon-espace/reservations/${entry.id}/echanger`}>{t("booking.swapLink")}</a>
        </p>
      );
    case "reinstate":
      return (
        <ActionForm
          action={actions.reinstate}
          hidden={hidden}
          className="grid gap-4"
          alternativesTitle={t("booking.instead")}
        >
          <p className="small muted">{t("booking.reinstateLead")}</p>
          <Submit words={t("booking.reinstateButton")} t={t} isMain />
        </ActionForm>
      );
    case "release":
      return (
        <ActionForm action={actions.release} hidden={hidden} className="grid gap-4">
          <p className="small muted">{t("booking.releaseLead")}</p>
          <TextField name="reason" label={t("booking.releaseReason")} maxLength={500} />
          <Submit words={t("booking.releaseButton")} t={t} />
        </ActionForm>
      );
    case "check_out":
      return (
        <ActionForm action={actions.check_out} hidden={hidden} className="grid gap-4">
          <p className="small muted">{t("booking.leaveLead")}</p>
          <Submit words={t("booking.leaveButton")} t={t} isMain />
        </ActionForm>
      );
  }
}

type SubmitProps = { words: string; t: BoardWords; isMain?: boolean };

function Submit({ words, t, isMain = false }: SubmitProps) {
  return (
    <div>
      <SubmitButton
        className={isMain ? "btn btn-primary" : "btn btn-secondary"}
        pending={t("booking.pending")}
      >
        {words}
      </SubmitButton>
    </div>
  );
}
