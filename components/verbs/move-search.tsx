import { getTranslations } from "next-intl/server";
import type { AskedMove } from "@/lib/bookings/moves/rules";
import { modeOf } from "@/lib/bookings/rules";
import type { BookedPart } from "@/lib/bookings/schema";
import type { Day } from "@/lib/core/day";
import type { SpaceResource } from "@/lib/spaces/queries";

const parts: BookedPart[] = ["morning", "afternoon", "day", "hours"];
const labels = {
  morning: "move.morning",
  afternoon: "move.afternoon",
  day: "move.dayPart",
  hours: "move.hours",
} as const satisfies Record<BookedPart, string>;

type MoveSearchProps = {
  resources: SpaceResource[];
  asked: AskedMove;
  today: Day;
  lastDay: Day;
};

/** When, as native controls sent to the same page: what is free shows under it, without scripts. */
export async function MoveSearch({ resources, asked, today, lastDay }: MoveSearchProps) {
  const t = await getTranslations("verbs");
  const offered = parts.filter((part) =>
    resources.some(({ modes }) => modes.includes(modeOf(part))),
  );
  return (
    <form method="get" className="grid gap-5">
      <div className="field max-w-[16rem]">
        <label htmlFor="jour">{t("move.day")}</label>
        <input
          className="input"
          type="date"
          id="jour"
          name="jour"
          min={today}
          max={lastDay}
          defaultValue={asked.day}
        />
      </div>
      <fieldset>
        <legend className="mb-2 font-bold">{t("move.moment")}</legend>
        {offered.map((part) => (
          <label key={part} className="option">
            <input type="radio" name="moment" value={part} defaultChecked={part === asked.part} />
            <b>{t(labels[part])}</b>
          </label>
        ))}
      </fieldset>
      {offered.includes("hours") ? (
        <fieldset>
          <legend className="small muted mb-2">{t("move.hoursHint")}</legend>
          <div className="flex flex-wrap gap-4">
            <TimeField id="de" label={t("move.from")} value={asked.from} />
            <TimeField id="a" label={t("move.until")} value={asked.until} />
          </div>
        </fieldset>
      ) : null}
      <p>
        <button type="submit" className="btn btn-secondary min-h-12">
          {t("move.show")}
        </button>
      </p>
    </form>
  );
}

function TimeField({ id, label, value }: { id: string; label: string; value: string }) {
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input className="input" type="time" id={id} name={id} step={300} defaultValue={value} />
    </div>
  );
}
