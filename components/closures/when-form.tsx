import { getLocale, getTranslations } from "next-intl/server";
import { Message } from "@/components/ui/message";
import { SelectField } from "@/components/ui/select-field";
import { TextField } from "@/components/ui/text-field";
import type { ClosureSearch } from "@/lib/bookings/closures/rules";
import type { WallMinute } from "@/lib/core/day";
import { formatDay, formatMinute } from "@/lib/core/format";
import { localeOf } from "@/lib/core/locale";
import { closureParts } from "@/lib/spaces/closures/schema";

type WhenFormProps = {
  search: ClosureSearch;
  /** Resources that may be closed alone, the one chosen marked; none = the network. */
  resources?: { id: string; name: string }[];
  resourceId?: string | null;
  /** Where the morning of the space ends; the network has none of its own. */
  boundary?: WallMinute;
};

/** What and when to close: asking shows whom it hits, and changes nothing. */
export async function WhenForm({ search, resources = [], resourceId, boundary }: WhenFormProps) {
  const [t, language] = await Promise.all([getTranslations("closures"), getLocale()]);
  const locale = localeOf(language);
  const { fields, range, problem } = search;
  const what = [
    { value: "", label: t("wholeSpace") },
    ...resources.map(({ id, name }) => ({ value: id, label: name })),
  ];
  return (
    <form method="get" className="panel grid gap-4">
      {problem ? (
        <Message tone="warn" role="alert">
          {t(`invalid.${problem}`, { last: formatDay(range.last, locale, range.first) })}
        </Message>
      ) : null}
      <div className="grid gap-4 sm:grid-cols-2 sm:items-end">
        {resources.length > 0 ? (
          <SelectField
            name="quoi"
            label={t("what")}
            options={what}
            defaultValue={resourceId ?? ""}
          />
        ) : null}
        <SelectField
          name="moment"
          label={t("moment")}
          hint={
            boundary === undefined
              ? t("momentHintNetwork")
              : t("momentHint", { time: formatMinute(boundary, locale) })
          }
          options={closureParts.map((part) => ({ value: part, label: t(`parts.${part}`) }))}
          defaultValue={fields.part || "day"}
        />
      </div>
      <div className="grid gap-4 sm:grid-cols-2 sm:items-end">
        <TextField
          name="jour"
          type="date"
          label={t("first")}
          defaultValue={fields.first}
          min={range.first}
          max={range.last}
          required
        />
        <TextField
          name="fin"
          type="date"
          label={t("last")}
          hint={t("lastHint")}
          defaultValue={fields.last}
          min={range.first}
        />
      </div>
      <details open={fields.part === "hours"}>
        <summary>{t("parts.hours")}</summary>
        <div className="mt-3 grid gap-4 sm:grid-cols-2 sm:items-end">
          <TextField
            name="de"
            type="time"
            label={t("from")}
            hint={t("timesHint")}
            defaultValue={fields.from}
          />
          <TextField
            name="a"
            type="time"
            label={t("until")}
            hint={t("timesHint")}
            defaultValue={fields.until}
          />
        </div>
      </details>
      <p>
        <button type="submit" className="btn btn-secondary">
          {t("show")}
        </button>
      </p>
    </form>
  );
}
