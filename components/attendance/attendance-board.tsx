"use client";

import { type MouseEvent, useEffect, useRef } from "react";
import { ActionForm } from "@/components/ui/action-form";
import { SubmitButton } from "@/components/ui/submit-button";
import type { FormAction } from "@/lib/core/form-state";
import { oneLine } from "@/lib/core/plain-text";
import { type Sending, useMarks } from "./use-marks";

export type BoardPerson = { id: string; label: string; note: string | null; isPresent: boolean };
export type BoardGroup = { title: string; people: BoardPerson[] };

type AttendanceBoardProps = {
  event: string;
  marksAction: FormAction;
  /** When the ticks below were read. */
  readAt: string;
  groups: BoardGroup[];
  isOpen: boolean;
  words: {
    save: string;
    saving: string;
    saved: string;
    waits: string;
    refused: string;
    door: string;
    doorLead: string;
    name: string;
    add: string;
  };
  sheetAction: FormAction;
  arrivalAction: FormAction;
  /** Made by the server for whoever has no scripts: the same form sent twice is one arrival. */
  nextArrival: string;
};

/**
 * Who is there, as native boxes; without scripts a form with a button. With them each tick is kept on the
 * phone and leaves when there is a line.
 */
export function AttendanceBoard(props: AttendanceBoardProps) {
  const { event, groups, isOpen, words } = props;
  const { shown, waiting, sending, mark, arrive } = useMarks(props);
  const boxes = useTickedEarly(mark);
  const isTicked = ({ id, isPresent }: BoardPerson) =>
    shown.marks.findLast(({ attendeeId }) => attendeeId === id)?.isPresent ?? isPresent;
  const present = groups.flatMap(({ people }) => people.filter(({ isPresent }) => isPresent));
  return (
    <>
      <p className="attendance-line" role="status">
        {lineOf(sending, waiting, words)}
      </p>
      <ActionForm action={props.sheetAction} hidden={{ event }} isQuiet>
        {present.map(({ id }) => (
          <input key={id} type="hidden" name="was" value={id} />
        ))}
        <div ref={boxes}>
          {groups.map(({ title, people }) => (
            <fieldset key={title} className="mt-4">
              <legend className="mb-2 font-display text-h3 font-semibold">{title}</legend>
              {people.map((person) => (
                <label key={person.id} className="option">
                  <input
                    type="checkbox"
                    name="ticked"
                    value={person.id}
                    checked={isTicked(person)}
                    disabled={!isOpen}
                    onChange={(change) => mark(person.id, change.currentTarget.checked)}
                  />
                  <span>
                    <b>{person.label}</b>
                    {person.note ? <small>{person.note}</small> : null}
                  </span>
                </label>
              ))}
            </fieldset>
          ))}
        </div>
        {isOpen ? (
          <noscript>
            <SubmitButton className="btn btn-primary mt-4" pending={words.saving}>
              {words.save}
            </SubmitButton>
          </noscript>
        ) : null}
      </ActionForm>
      {isOpen ? <DoorForm {...props} arrivals={shown.arrivals} onArrive={arrive} /> : null}
    </>
  );
}

/** Boxes pressed before the scripts had come, on a slow line: they say one thing and nothing was sent. */
function useTickedEarly(mark: (attendeeId: string, isPresent: boolean) => void) {
  const boxes = useRef<HTMLDivElement>(null);
  const isRead = useRef(false);
  useEffect(() => {
    if (isRead.current) return;
    isRead.current = true;
    for (const box of boxes.current?.querySelectorAll("input") ?? []) {
      if (box.checked !== box.defaultChecked) mark(box.value, box.checked);
    }
  }, [mark]);
  return boxes;
}

/** What became of the ticks of this phone. */
function lineOf(sending: Sending, waiting: number, words: AttendanceBoardProps["words"]): string {
  if (sending.state === "refused") return words.refused.replace("{why}", sending.why);
  if (waiting === 0) return words.saved;
  return sending.state === "waits" ? `${words.waits} ${waiting}` : words.saving;
}

type DoorFormProps = Pick<
  AttendanceBoardProps,
  "event" | "words" | "arrivalAction" | "nextArrival"
> & {
  /** Noted on this phone and not sent yet. */
  arrivals: { id: string; name: string }[];
  onArrive: (id: string, name: string) => void;
};

function DoorForm({ event, words, arrivalAction, nextArrival, arrivals, onArrive }: DoorFormProps) {
  const field = useRef<HTMLInputElement>(null);
  const add = (pressed: MouseEvent) => {
    pressed.preventDefault();
    const given = oneLine(field.current?.value ?? "");
    if (!field.current || given === "") return;
    onArrive(crypto.randomUUID(), given);
    field.current.value = "";
  };
  return (
    <section className="mt-8" aria-labelledby="entree">
      <h2 id="entree">{words.door}</h2>
      <p className="muted mb-3">{words.doorLead}</p>
      <ActionForm action={arrivalAction} hidden={{ event, id: nextArrival }}>
        <label htmlFor="name" className="font-bold">
          {words.name}
        </label>
        <div className="flex flex-wrap gap-3">
          <input
            ref={field}
            id="name"
            name="name"
            className="input door-name"
            maxLength={80}
            autoComplete="off"
          />
          <button type="submit" className="btn btn-secondary" onClick={add}>
            {words.add}
          </button>
        </div>
      </ActionForm>
      <ul className="door-list">
        {arrivals.map((arrival) => (
          <li key={arrival.id}>{arrival.name}</li>
        ))}
      </ul>
    </section>
  );
}
