import { ActionForm } from "@/components/ui/action-form";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import type { HostEntry } from "@/lib/bookings/host-days/queries";
import { inServiceOn, kindsLike } from "@/lib/bookings/rules";
import type { CellAsked } from "@/lib/bookings/weeks/rules";
import { clockText, wallMinuteOf } from "@/lib/core/day";
import type { FormAction } from "@/lib/core/form-state";
import type { Space } from "@/lib/spaces/queries";
import type { Wording } from "./entry-words";

type NoteFormProps = { entry: HostEntry; wording: Wording; action: FormAction };

/** What the host wants to remember of a booking; its person can read it. */
export function NoteForm({ entry, wording: { t }, action }: NoteFormProps) {
  return (
    <ActionForm action={action} hidden={{ bookingId: entry.id }} className="grid gap-3">
      <div className="field">
        <label htmlFor="note">{t("booking.noteLabel")}</label>
        <span id="note-hint" className="hint">
          {t("booking.noteHint")}
        </span>
        <textarea
          id="note"
          name="note"
          className="input"
          rows={3}
          maxLength={500}
          defaultValue={entry.note ?? ""}
          aria-describedby="note-hint"
        />
      </div>
      <div>
        <SubmitButton className="btn btn-secondary" pending={t("booking.noteSaving")}>
          {t("booking.noteSave")}
        </SubmitButton>
      </div>
    </ActionForm>
  );
}

type MoveFormProps = {
  space: Space;
  entry: HostEntry;
  /** Where the address says it should go; null = where it is. */
  asked: MoveAsked | null;
  wording: Wording;
  action: FormAction;
};

export type MoveAsked = CellAsked & { resourceId: string };

/** The board's twin for whoever does not drag: every field of a move as a native control. */
export function MoveForm({ space, entry, asked, wording, action }: MoveFormProps) {
  const { t, timeZone } = wording;
  const clock = (instant: Date) => clockText(wallMinuteOf(instant, timeZone));
  const parts = ["morning", "afternoon", "day", "hours"] as const;
  const kinds = kindsLike(entry.resource.kind);
  const resources = inServiceOn(space.resources, asked?.day ?? entry.day).filter(({ kind }) =>
    kinds.includes(kind),
  );
  return (
    <ActionForm
      action={action}
      hidden={{ bookingId: entry.id, exact: "1" }}
      className="grid gap-4"
      alternativesTitle={t("booking.instead")}
    >
      <p className="small muted">{t("booking.moveLead")}</p>
      <div className="grid items-end gap-4 sm:grid-cols-2">
        <Choice
          name="resourceId"
          label={t("booking.resource")}
          chosen={asked?.resourceId || entry.resource.id}
          options={resources.map(({ id, name }) => ({ value: id, words: name }))}
        />
        <TextField
          name="day"
          type="date"
          label={t("booking.day")}
          defaultValue={asked?.day ?? entry.day}
          required
        />
        <Choice
          name="part"
          label={t("booking.part")}
          chosen={asked?.part ?? entry.part}
          options={parts.map((part) => ({ value: part, words: t(`booking.partOption.${part}`) }))}
        />
        <fieldset className="grid grid-cols-2 gap-3">
          <legend className="sr-only">{t("booking.hoursHint")}</legend>
          <p className="hint col-span-2">{t("booking.hoursHint")}</p>
          <Clock
            name="from"
            label={t("booking.from")}
            value={asked?.from || clock(entry.startsAt)}
          />
          <Clock
            name="until"
            label={t("booking.until")}
            value={asked?.until || clock(entry.endsAt)}
          />
        </fieldset>
      </div>
      <div>
        <SubmitButton className="btn btn-primary" pending={t("booking.moveSaving")}>
          {t("booking.moveButton")}
        </SubmitButton>
      </div>
    </ActionForm>
  );
}

type ChoiceProps = {
  name: string;
  label: string;
  chosen: string;
  options: { value: string; words: string }[];
};

function Choice({ name, label, chosen, options }: ChoiceProps) {
  return (
    <div className="field">
      <label htmlFor={name}>{label}</label>
      <select id={name} name={name} className="input" defaultValue={chosen}>
        {options.map(({ value, words }) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
    </div>
  );
}

function Clock({ name, label, value }: { name: string; label: string; value: string }) {
  return (
    <div className="field">
      <label htmlFor={name}>{label}</label>
      <input id={name} name={name} type="time" step={300} className="input" defaultValue={value} />
    </div>
  );
}
