import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/ui/action-form";
import { NumberField } from "@/components/ui/number-field";
import { Section } from "@/components/ui/section";
import { SelectField } from "@/components/ui/select-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import type { SpaceSettings } from "@/lib/bookings/settings/schema";
import { clockText } from "@/lib/core/day";
import type { FormAction } from "@/lib/core/form-state";
import { schoolZones } from "@/lib/spaces/schema";

type SettingsFormProps = {
  slug: string;
  settings: SpaceSettings;
  mark: string;
  action: FormAction;
};
type Fields = { settings: SpaceSettings };

const two = "grid gap-4 sm:grid-cols-2 sm:items-end";

/** Everything a space says of its bookings, in one form. */
export async function SettingsForm({ slug, settings, mark, action }: SettingsFormProps) {
  const t = await getTranslations("settings.form");
  return (
    <ActionForm action={action} hidden={{ slug, mark }} className="grid gap-6">
      <BookingFields settings={settings} />
      <AbsenceFields settings={settings} />
      <DayFields settings={settings} />
      <p>
        <SubmitButton pending={t("saving")}>{t("save")}</SubmitButton>
      </p>
    </ActionForm>
  );
}

async function BookingFields({ settings }: Fields) {
  const t = await getTranslations("settings.form");
  return (
    <Section id="reserver" title={t("booking")} className="mt-6">
      <div className="grid gap-5">
        <div className={two}>
          <NumberField
            name="bookingHorizonDays"
            label={t("horizon")}
            hint={t("horizonHint")}
            value={settings.bookingHorizonDays}
            required
          />
        </div>
        <div className={two}>
          <NumberField
            name="cancelDaysBefore"
            label={t("cancelDays")}
            hint={t("cancelDaysHint")}
            value={settings.cancelDaysBefore}
            required
          />
          <TextField
            name="cancelUntil"
            type="time"
            label={t("cancelUntil")}
            defaultValue={clockText(settings.cancelUntilMinute)}
            required
          />
        </div>
      </div>
    </Section>
  );
}

async function AbsenceFields({ settings }: Fields) {
  const t = await getTranslations("settings.form");
  const { noShowGraceMinutes: grace } = settings;
  return (
    <Section id="absences" title={t("absence")} className="mt-6">
      <div className={two}>
        <NumberField
          name="noShowGraceMinutes"
          label={t("grace")}
          hint={t("graceHint")}
          value={grace}
        />
        <NumberField
          name="offerMinutes"
          label={t("offer")}
          hint={t("offerHint")}
          value={settings.offerMinutes}
          required
        />
      </div>
    </Section>
  );
}

async function DayFields({ settings }: Fields) {
  const t = await getTranslations("settings.form");
  return (
    <Section id="journee" title={t("day")} className="mt-6">
      <div className={two}>
        <TextField
          name="halfDayBoundary"
          type="time"
          label={t("boundary")}
          hint={t("boundaryHint")}
          defaultValue={clockText(settings.halfDayBoundary)}
          required
        />
        <SelectField
          name="schoolZone"
          label={t("zone")}
          hint={t("zoneHint")}
          options={schoolZones.map((value) => ({ value, label: t(`zones.${value}`) }))}
          defaultValue={settings.schoolZone}
        />
        <NumberField
          name="mostPeople"
          label={t("mostPeople")}
          hint={t("mostPeopleHint")}
          value={settings.mostPeople}
        />
      </div>
    </Section>
  );
}
