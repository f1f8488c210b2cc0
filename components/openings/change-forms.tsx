import { getLocale, getTranslations } from "next-intl/server";
import { SelectField } from "@/components/ui/select-field";
import { TextField } from "@/components/ui/text-field";
import type { Day } from "@/lib/core/day";
import { capitalised, formatWeekday } from "@/lib/core/format";
import { localeOf } from "@/lib/core/locale";
import { openingSeasons, openingStates } from "@/lib/spaces/opening-hours/schema";

type Typed = Record<string, string>;
type ChangeFormProps = { typed: Typed; today: Day };

const weekdays = [1, 2, 3, 4, 5, 6, 7];
const pair = "grid gap-4 sm:grid-cols-3 sm:items-end";

/** Other weekly hours from a day on; asking shows what they would change, and changes nothing. */
export async function WeekForm({ typed, today }: ChangeFormProps) {
  const [t, language] = await Promise.all([getTranslations("openings"), getLocale()]);
  const locale = localeOf(language);
  const own = typed["changement"] === "week" ? typed : {};
  const chosen = (own["jours"] ?? "").split(",");
  return (
    <form method="get" className="panel grid gap-5">
      <input type="hidden" name="changement" value="week" />
      <fieldset>
        <legend className="font-bold">{t("weekdays")}</legend>
        <p className="mt-1 flex flex-wrap gap-x-5 gap-y-1">
          {weekdays.map((weekday) => (
            <label key={weekday} className="inline-flex min-h-11 items-center gap-2">
              <input
                type="checkbox"
                className="size-5 accent-action"
                name="jours"
                value={weekday}
                defaultChecked={chosen.includes(String(weekday))}
              />
              {capitalised(formatWeekday(weekday, locale), locale)}
            </label>
          ))}
        </p>
      </fieldset>
      <HoursFields typed={own} />
      <div className={pair}>
        <TextField
          name="des"
          type="date"
          label={t("from")}
          defaultValue={own["des"] ?? today}
          min={today}
          required
        />
        <SelectField
          name="mode"
          label={t("mode")}
          options={[
            { value: "replace", label: t("modes.replace") },
            { value: "add", label: t("modes.add") },
          ]}
          defaultValue={own["mode"] ?? "replace"}
        />
        <SelectField
          name="semaines"
          label={t("rhythm")}
          options={[
            { value: "1", label: t("rhythms.1") },
            { value: "2", label: t("rhythms.2") },
          ]}
          defaultValue={own["semaines"] ?? "1"}
        />
      </div>
      <div className="grid gap-4 sm:grid-cols-2 sm:items-end">
        <SelectField
          name="saison"
          label={t("seasonLabel")}
          options={openingSeasons.map((value) => ({ value, label: t(`seasons.${value}`) }))}
          defaultValue={own["saison"] ?? "always"}
        />
        <TextField
          name="qui"
          label={t("staff")}
          hint={t("staffHint")}
          defaultValue={own["qui"] ?? ""}
          autoComplete="off"
          maxLength={60}
        />
      </div>
      <See label={t("see")} />
    </form>
  );
}

/** One day with other hours, or none. */
export async function ExceptionForm({ typed, today }: ChangeFormProps) {
  const t = await getTranslations("openings");
  const own = typed["changement"] === "exception" ? typed : {};
  return (
    <form method="get" className="panel grid gap-5">
      <input type="hidden" name="changement" value="exception" />
      <div className="grid gap-4 sm:grid-cols-2 sm:items-end">
        <TextField
          name="jour"
          type="date"
          label={t("day")}
          defaultValue={own["jour"] ?? ""}
          min={today}
          required
        />
        <TextField
          name="motif"
          label={t("reason")}
          hint={t("reasonHint")}
          defaultValue={own["motif"] ?? ""}
          autoComplete="off"
          maxLength={120}
        />
      </div>
      <HoursFields typed={own} />
      <See label={t("see")} />
    </form>
  );
}

async function HoursFields({ typed }: { typed: Typed }) {
  const t = await getTranslations("openings");
  const states = openingStates.map((value) => ({ value, label: t(`states.${value}`) }));
  const ranges = [
    { start: "de1", end: "a1", state: "etat1", words: ["start", "finish", "state"] as const },
    { start: "de2", end: "a2", state: "etat2", words: ["start2", "finish2", "state2"] as const },
  ];
  return (
    <fieldset className="grid gap-4">
      <legend className="font-bold">{t("hours")}</legend>
      <p className="hint">{t("hoursHint")}</p>
      {ranges.map(({ start, end, state, words: [from, until, welcome] }) => (
        <div key={start} className={pair}>
          <TextField name={start} type="time" label={t(from)} defaultValue={typed[start] ?? ""} />
          <TextField name={end} type="time" label={t(until)} defaultValue={typed[end] ?? ""} />
          <SelectField
            name={state}
            label={t(welcome)}
            options={states}
            defaultValue={typed[state] ?? "staffed"}
          />
        </div>
      ))}
    </fieldset>
  );
}

function See({ label }: { label: string }) {
  return (
    <p>
      <button type="submit" className="btn btn-secondary">
        {label}
      </button>
    </p>
  );
}
