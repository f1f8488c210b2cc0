import { getTranslations } from "next-intl/server";
import { SelectField } from "@/components/ui/select-field";
import { TextField } from "@/components/ui/text-field";
import type { SpaceResource } from "@/lib/spaces/queries";

/** As in the address or the series: texts, empty when not said. */
export type MomentValues = { resourceId: string; part: string; startTime: string; endTime: string };

type MomentFieldsProps = {
  resources: SpaceResource[];
  values: MomentValues;
  /** Names of the fields in this form: of an address, or of an action. */
  names: { resourceId: string; part: string; startTime: string; endTime: string };
};

/** Which place and which moment, as native lists; hours show when hours are chosen. */
export async function MomentFields({ resources, values, names }: MomentFieldsProps) {
  const t = await getTranslations("series");
  const hasHours = resources.some(({ modes }) => modes.includes("hour"));
  const parts = ["day", "morning", "afternoon", ...(hasHours ? (["hours"] as const) : [])] as const;
  return (
    <>
      <SelectField
        name={names.resourceId}
        label={t("place")}
        options={resources.map(({ id, name }) => ({ value: id, label: name }))}
        defaultValue={values.resourceId}
      />
      <SelectField
        name={names.part}
        label={t("part")}
        options={parts.map((part) => ({ value: part, label: t(`parts.${part}`) }))}
        defaultValue={values.part}
      />
      {hasHours ? (
        <div className="when-hours">
          <p className="hint mb-2">{t("hoursHint")}</p>
          <div className="grid grid-cols-2 gap-3">
            <TextField
              name={names.startTime}
              label={t("startTime")}
              type="time"
              defaultValue={values.startTime}
            />
            <TextField
              name={names.endTime}
              label={t("endTime")}
              type="time"
              defaultValue={values.endTime}
            />
          </div>
        </div>
      ) : null}
    </>
  );
}
