import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/ui/action-form";
import { Section } from "@/components/ui/section";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import { inServiceOn, kindsLike } from "@/lib/bookings/rules";
import type { SeriesView } from "@/lib/bookings/series/queries";
import type { SeriesMoment } from "@/lib/bookings/series/schema";
import { addDays, type Day } from "@/lib/core/day";
import type { FormAction } from "@/lib/core/form-state";
import { MomentFields, type MomentValues } from "./moment-fields";
import { timeOf } from "./time-of";

type ChangeFormsProps = { series: SeriesView; today: Day; edit: FormAction; extend: FormAction };

const names = {
  resourceId: "resourceId",
  part: "part",
  startTime: "startTime",
  endTime: "endTime",
};

/** Another place or moment from a date on; and a later end. */
export async function ChangeForms({ series, today, edit, extend }: ChangeFormsProps) {
  const t = await getTranslations("series");
  const seriesId = series.id;
  return (
    <>
      <Section id="changer" title={t("change")}>
        <p className="muted -mt-3 mb-4">{t("changeLead")}</p>
        <ActionForm
          action={edit}
          hidden={{ seriesId }}
          className="panel grid items-end gap-4 sm:grid-cols-2 sm:[&>[aria-live]]:col-span-2"
        >
          <TextField
            name="from"
            label={t("from")}
            type="date"
            defaultValue={nextDay(series, today)}
            min={today}
            required
          />
          <MomentFields
            resources={placesToGo(series, today)}
            values={valuesOf(series)}
            names={names}
          />
          <SubmitButton className="btn btn-secondary sm:col-span-2" pending={t("changing")}>
            {t("changeSubmit")}
          </SubmitButton>
        </ActionForm>
      </Section>
      {series.endedFrom ? null : (
        <Section id="prolonger" title={t("extend")}>
          <ActionForm action={extend} hidden={{ seriesId }} className="grid gap-4 sm:max-w-[20rem]">
            <TextField
              name="lastDay"
              label={t("extendTo")}
              type="date"
              defaultValue={addDays(series.lastDay, 28)}
              min={addDays(series.lastDay, 1)}
              required
            />
            <SubmitButton className="btn btn-secondary" pending={t("extending")}>
              {t("extendSubmit")}
            </SubmitButton>
          </ActionForm>
        </Section>
      )}
    </>
  );
}

/** Of its kind: a series of desks does not become one of rooms. */
function placesToGo({ space, resourceId }: SeriesView, today: Day) {
  const own = space.resources.find(({ id }) => id === resourceId);
  const kinds = own ? kindsLike(own.kind) : null;
  return inServiceOn(space.resources, today).filter(({ kind }) => kinds?.includes(kind) ?? true);
}

/** The first date still to come, where a change most likely begins. */
function nextDay({ bookings }: SeriesView, today: Day): Day {
  return bookings.find(({ day, endedAt }) => day > today && !endedAt)?.day ?? today;
}

function valuesOf({ resourceId, moment }: SeriesView): MomentValues {
  return { resourceId, part: moment.part, ...timesOf(moment) };
}

/** As a native time field reads them; the end of the day is midnight. */
function timesOf(moment: SeriesMoment): { startTime: string; endTime: string } {
  if (moment.part !== "hours") return { startTime: "", endTime: "" };
  return { startTime: timeOf(moment.startMinute), endTime: timeOf(moment.endMinute % 1440) };
}
