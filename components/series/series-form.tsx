import { getTranslations } from "next-intl/server";
import { SelectField } from "@/components/ui/select-field";
import { TextField } from "@/components/ui/text-field";
import { frequencies } from "@/lib/bookings/series/schema";
import type { Day } from "@/lib/core/day";
import type { SpaceResource } from "@/lib/spaces/queries";
import { MomentFields, type MomentValues } from "./moment-fields";

export type SeriesFormValues = MomentValues & {
  frequency: string;
  firstDay: string;
  lastDay: string;
};

type SeriesFormProps = {
  slug: string;
  resources: SpaceResource[];
  values: SeriesFormValues;
  today: Day;
};

const names = { resourceId: "poste", part: "moment", startTime: "debut", endTime: "fin" };

/** What repeats and until when: a plain form, the answer is an address with every date on it. */
export async function SeriesForm({ slug, resources, values, today }: SeriesFormProps) {
  const t = await getTranslations("series");
  const date = { type: "date", min: today, required: true } as const;
  return (
    <form
      action="/mon-espace/series/nouvelle"
      method="get"
      className="panel grid items-end gap-4 sm:grid-cols-2"
    >
      <input type="hidden" name="lieu" value={slug} />
      <MomentFields resources={resources} values={values} names={names} />
      <SelectField
        name="rythme"
        label={t("frequency")}
        hint={t("frequencyHint")}
        options={frequencies.map((value) => ({ value, label: t(`frequencies.${value}`) }))}
        defaultValue={values.frequency}
      />
      <div className="grid gap-4 min-[26rem]:grid-cols-2">
        <TextField name="jour" label={t("firstDay")} defaultValue={values.firstDay} {...date} />
        <TextField name="jusqu-au" label={t("lastDay")} defaultValue={values.lastDay} {...date} />
      </div>
      <button type="submit" className="btn btn-secondary sm:col-span-2">
        {t("show")}
      </button>
    </form>
  );
}
