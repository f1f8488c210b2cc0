"use client";

import { useEffect, useRef, useState } from "react";

type Desk = {
  id: string;
  name: string;
  lead: string;
  isTaken: boolean;
  /** It is asked for, not booked: the button of the form says so (`.says-ask` in app/styles/asking.css). */
  asks: boolean;
};

type DeskOptionsProps = {
  words: {
    legend: string;
    /** Of the choice that leaves it open; null where one must be named. */
    any: { name: string; hint: string; asks: boolean } | null;
    /** « {name} vient d’être pris. » */
    lost: string;
  };
  /** In the order of the space: none moves when it is taken. */
  desks: Desk[];
  /** Id of the desk asked for, empty for any. */
  chosen: string;
  /** What was wrong with the address, said until a choice is made. */
  problem: string | null;
};

/**
 * The desks of a moment as native radios. Drawn anew while one hesitates, they keep the choice made: a
 * desk taken meanwhile says so and stays chosen, so that nobody books another unawares.
 */
export function DeskOptions({ words, desks, chosen, problem }: DeskOptionsProps) {
  const frame = useRef<HTMLFieldSetElement>(null);
  const [atFirst] = useState({ chosen, problem, taken: takenIn(desks) });
  const [said, setSaid] = useState(problem);
  const look = () => {
    const choice = frame.current?.querySelector<HTMLInputElement>("input:checked")?.value;
    const lost = desks.find(({ id, isTaken }) => isTaken && id === choice);
    setSaid(lost ? words.lost.replace("{name}", lost.name) : null);
  };
  const taken = takenIn(desks);
  const isAsAtFirst = taken.join() === atFirst.taken.join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: looked at anew when what is taken changes, not at each drawing
  useEffect(() => {
    if (!isAsAtFirst) look();
  }, [taken.join(), isAsAtFirst]);
  return (
    <fieldset ref={frame} onChange={look}>
      <legend className="mb-3 font-display text-h3 font-semibold">{words.legend}</legend>
      <div role="status">{said ? <p className="message message-warn mb-3">{said}</p> : null}</div>
      {words.any ? (
        <label className="option">
          <input
            type="radio"
            name="resourceId"
            value=""
            data-asks={words.any.asks || undefined}
            defaultChecked={atFirst.chosen === ""}
          />
          <span>
            <b>{words.any.name}</b>
            <small>{words.any.hint}</small>
          </span>
        </label>
      ) : null}
      {desks.map(({ id, name, lead, isTaken, asks }) => (
        <label key={id} className={isTaken ? "option choice-taken" : "option"}>
          <input
            type="radio"
            name="resourceId"
            required
            data-asks={asks || undefined}
            value={id}
            disabled={isTaken && atFirst.taken.includes(id)}
            defaultChecked={id === atFirst.chosen}
          />
          <span>
            <b>{name}</b>
            <small>{lead}</small>
          </span>
        </label>
      ))}
    </fieldset>
  );
}

function takenIn(desks: Desk[]): string[] {
  return desks.filter(({ isTaken }) => isTaken).map(({ id }) => id);
}
