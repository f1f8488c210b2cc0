import type { ReactNode } from "react";
import { CheckList } from "@/components/ui/check-list";
import { Fold } from "@/components/ui/fold";
import { NumberField } from "@/components/ui/number-field";
import { SelectField } from "@/components/ui/select-field";
import { TextField } from "@/components/ui/text-field";
import type { Space } from "@/lib/spaces/queries";
import { delayOf } from "@/lib/spaces/resources/rules";
import { delayUnits, type ResourceSetup } from "@/lib/spaces/resources/schema";
import { quotaPeriods } from "@/lib/spaces/schema";
import {
  bufferWords,
  modeWords,
  noticeWords,
  type Reader,
  serviceWords,
  spaceDeadline,
  type TermWords,
} from "./term-words";

type FieldsProps = { setup: ResourceSetup; reader: Reader };

const three = "grid gap-4 sm:grid-cols-3 sm:items-end";
const two = "grid gap-4 sm:grid-cols-2 sm:items-end";

type HourNumber = `${"step" | "min" | "max"}Minutes` | `buffer${"Before" | "After"}Minutes`;

/** The grid of hours, and what is kept free around a booking. */
export function HourFields({ setup, reader: { t } }: FieldsProps) {
  const hours = setup.modes.includes("hour") ? modeWords({ ...setup, modes: ["hour"] }, t) : null;
  const number = (name: HourNumber, label: string, hint?: string) => (
    <NumberField
      name={name}
      label={label}
      {...(hint ? { hint } : {})}
      value={setup[name]}
      required
    />
  );
  return (
    <Fold
      title={t("form.hours")}
      about={[hours, bufferWords(setup, t)].filter(Boolean).join(" · ")}
      fields={[
        "stepMinutes",
        "minMinutes",
        "maxMinutes",
        "bufferBeforeMinutes",
        "bufferAfterMinutes",
      ]}
    >
      <div className={three}>
        {number("stepMinutes", t("form.step"), t("form.stepHint"))}
        {number("minMinutes", t("form.shortest"))}
        {number("maxMinutes", t("form.longest"))}
      </div>
      <div className={two}>
        {number("bufferBeforeMinutes", t("form.before"))}
        {number("bufferAfterMinutes", t("form.after"))}
      </div>
    </Fold>
  );
}

/** How early, how late, and how often a member books. */
export function DelayFields({ setup, space, reader }: FieldsProps & { space: Space }) {
  const { t, locale } = reader;
  const rule = t("form.cancelRule", spaceDeadline(space, locale));
  return (
    <Fold
      title={t("form.delays")}
      about={noticeWords(setup, t)}
      fields={["notice", "noticeUnit", "horizonDays", "cancelNotice", "quotaCount"]}
    >
      <Delay
        names={["notice", "noticeUnit"]}
        words={[t("form.notice"), t("form.noticeHint"), t("form.noticeUnit")]}
        minutes={setup.noticeMinutes}
        t={t}
      />
      <Delay
        names={["cancelNotice", "cancelNoticeUnit"]}
        words={[t("form.cancel"), t("form.cancelHint", { rule }), t("form.cancelUnit")]}
        minutes={setup.cancelNoticeMinutes}
        t={t}
      />
      <div className={two}>
        <NumberField
          name="horizonDays"
          label={t("form.horizon")}
          hint={t("form.horizonHint", { count: space.bookingHorizonDays })}
          value={setup.horizonDays}
        />
      </div>
      <div className={two}>
        <NumberField
          name="quotaCount"
          label={t("form.quota")}
          hint={t("form.quotaHint")}
          value={setup.quotaCount}
        />
        <SelectField
          name="quotaPeriod"
          label={t("form.period")}
          defaultValue={setup.quotaPeriod}
          options={quotaPeriods.map((value) => ({ value, label: t(`form.periods.${value}`) }))}
        />
      </div>
    </Fold>
  );
}

type DelayProps = {
  /** Of the number and of its unit. */
  names: [string, string];
  /** Label and hint of the number, label of the unit. */
  words: [string, string, string];
  /** Null = empty, the space's. */
  minutes: number | null;
  t: TermWords;
};

function Delay({
  names: [name, unitName],
  words: [label, hint, unitLabel],
  minutes,
  t,
}: DelayProps) {
  const { count, unit } = delayOf(minutes ?? 0);
  return (
    <div className={two}>
      <NumberField name={name} label={label} hint={hint} value={minutes === null ? null : count} />
      <SelectField
        name={unitName}
        label={unitLabel}
        defaultValue={unit}
        options={delayUnits.map((value) => ({ value, label: t(`units.${value}`) }))}
      />
    </div>
  );
}

/** The days it is in service. */
export function ServiceFields({ setup, reader, children }: FieldsProps & { children: ReactNode }) {
  const { t } = reader;
  return (
    <Fold
      title={t("form.service")}
      about={serviceWords(setup, reader).join(" · ")}
      fields={["inServiceFrom", "inServiceUntil"]}
    >
      <p className="hint">{t("form.serviceHint")}</p>
      <div className={two}>
        <TextField
          name="inServiceFrom"
          type="date"
          label={t("form.from")}
          defaultValue={setup.inServiceFrom}
          required
        />
        <TextField
          name="inServiceUntil"
          type="date"
          label={t("form.until")}
          hint={t("form.untilHint")}
          defaultValue={setup.inServiceUntil ?? ""}
        />
      </div>
      {children}
    </Fold>
  );
}

type PartFieldsProps = {
  setup: ResourceSetup;
  possibleParts: { id: string; name: string }[];
  t: TermWords;
};

/** The others it is made of. */
export function PartFields({ setup, possibleParts, t }: PartFieldsProps) {
  const chosen = possibleParts.filter(({ id }) => setup.partIds.includes(id));
  return (
    <Fold
      title={t("form.parts")}
      about={chosen.map(({ name }) => name).join(", ")}
      fields={["partIds"]}
    >
      <CheckList
        name="partIds"
        legend={t("form.partsLegend")}
        hint={t("form.partsHint")}
        defaultValues={setup.partIds}
        options={possibleParts.map(({ id, name }) => ({ value: id, label: name }))}
      />
    </Fold>
  );
}
