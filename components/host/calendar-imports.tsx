import { getLocale, getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/ui/action-form";
import { Message } from "@/components/ui/message";
import { SelectField } from "@/components/ui/select-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import type { ImportView } from "@/lib/bookings/imports/queries";
import { dayOf } from "@/lib/core/day";
import type { FormAction } from "@/lib/core/form-state";
import { formatDay, formatTime } from "@/lib/core/format";
import { localeOf } from "@/lib/core/locale";
import type { Space } from "@/lib/spaces/queries";
import { importProblemKeys } from "./import-words";

type CalendarImportsProps = {
  space: Space;
  imports: ImportView[];
  refresh: FormAction;
  remove: FormAction;
};

/** The outside calendars of a space, when each was last read and what went wrong since. */
export async function CalendarImports({ space, imports, refresh, remove }: CalendarImportsProps) {
  const t = await getTranslations("agenda");
  if (imports.length === 0) return <p className="muted">{t("noImport")}</p>;
  return (
    <ul className="rows">
      {imports.map((each) => (
        <li key={each.id}>
          <ImportState shown={each} timeZone={space.calendar.timeZone} />
          <div className="flex flex-wrap gap-x-6">
            <ActionForm action={refresh} hidden={{ slug: space.slug, importId: each.id }}>
              <SubmitButton
                className="btn btn-secondary"
                pending={t("refreshing")}
                label={t("refreshLabel", { name: each.name })}
              >
                {t("refresh")}
              </SubmitButton>
            </ActionForm>
            <ActionForm action={remove} hidden={{ slug: space.slug, importId: each.id }} isQuiet>
              <SubmitButton
                className="btn btn-quiet"
                pending={t("removing")}
                label={t("removeLabel", { name: each.name })}
              >
                {t("remove")}
              </SubmitButton>
            </ActionForm>
          </div>
        </li>
      ))}
    </ul>
  );
}

async function ImportState({ shown, timeZone }: { shown: ImportView; timeZone: string }) {
  const [t, language] = await Promise.all([getTranslations("agenda"), getLocale()]);
  const locale = localeOf(language);
  const { name, resourceName, host, fetchedAt, problem, blocksAhead } = shown;
  const isTaken = problem === "events_skipped" || problem === "kept_soonest";
  return (
    <div className="grid min-w-0 flex-1 basis-80 gap-2">
      <h3 className="text-h4">{t("importOf", { name, resource: resourceName })}</h3>
      <p className="small muted [overflow-wrap:anywhere]">
        {t("importFrom", { host })}.{" "}
        {fetchedAt
          ? t("importRead", {
              count: blocksAhead,
              day: formatDay(dayOf(fetchedAt, timeZone), locale),
              time: formatTime(fetchedAt, timeZone, locale),
            })
          : t("importNever")}
      </p>
      {problem ? (
        <Message tone="warn">
          {t(importProblemKeys[problem])} {isTaken ? null : t("importKept")}
        </Message>
      ) : null}
    </div>
  );
}

/** Adds one: it is read at once, so that a wrong address is told here and not at night. */
export async function ImportForm({ space, add }: { space: Space; add: FormAction }) {
  const t = await getTranslations("agenda");
  return (
    <ActionForm
      action={add}
      hidden={{ slug: space.slug }}
      className="panel mt-6 grid max-w-[40rem] gap-5"
    >
      <h3>{t("add")}</h3>
      <SelectField
        name="resourceId"
        label={t("addResource")}
        options={space.resources.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <TextField
        name="name"
        label={t("addName")}
        hint={t("addNameHint")}
        maxLength={80}
        autoComplete="off"
        required
      />
      <TextField
        name="url"
        type="url"
        inputMode="url"
        label={t("addUrl")}
        hint={t("addUrlHint")}
        maxLength={2_000}
        autoComplete="off"
        required
      />
      <div>
        <SubmitButton pending={t("refreshing")}>{t("addSubmit")}</SubmitButton>
      </div>
    </ActionForm>
  );
}
