import { getLocale, getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/ui/action-form";
import { SelectField } from "@/components/ui/select-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { hoursAddress } from "@/lib/bookings/addresses/rules";
import type { HoursOfResource } from "@/lib/bookings/hours/queries";
import { type HourStart, lengthsToWaitFor } from "@/lib/bookings/hours/rules";
import { waitingChoice } from "@/lib/bookings/waiting-list/rules";
import { type Day, dayOf } from "@/lib/core/day";
import type { FormAction } from "@/lib/core/form-state";
import { formatDay, formatTime } from "@/lib/core/format";
import { localeOf } from "@/lib/core/locale";
import { delayWords } from "../waiting-words";
import { lengthWords } from "./length-words";

type HoursWaitingProps = {
  hours: HoursOfResource;
  start: HourStart;
  /** Length asked for in the address, in minutes. */
  minutes: number;
  people: number | null;
  at: Date;
  isSignedIn: boolean;
  action: FormAction;
};

/** « Tell me when those hours come free »: exactly these, at this place or any of its kind. */
export async function HoursWaiting(props: HoursWaitingProps) {
  const { hours, start, people, at, action } = props;
  const { space, resource } = hours;
  const lengths = lengthsToWaitFor(space, resource, start, at);
  const choice = waitingChoice(resource, hours.resources, people ?? undefined);
  if (choice === null || lengths.length === 0) return null;
  const [t, waiting, language] = await Promise.all([
    getTranslations("hours"),
    getTranslations("waitingList"),
    getLocale(),
  ]);
  const locale = localeOf(language);
  const { timeZone } = space.calendar;
  const asked = lengths.includes(props.minutes) ? props.minutes : (lengths[0] ?? 0);
  const time = formatTime(start.startsAt, timeZone, locale);
  const day: Day = dayOf(start.startsAt, timeZone);
  return (
    <section className="panel" aria-labelledby="attendre">
      <h2 id="attendre" className="scroll-mt-24 text-h3">
        {t("waitTitle", { day: formatDay(day, locale), time })}
      </h2>
      <p className="mt-2 mb-4">
        {waiting("formLead", { delay: delayWords(space.offerMinutes, waiting) })}
      </p>
      <ActionForm
        action={action}
        hidden={{
          slug: space.slug,
          kind: resource.kind,
          startsAt: start.startsAt.toISOString(),
          resourceId: choice === "resource" ? resource.id : undefined,
        }}
        alternativesTitle={waiting("alternatives")}
        className="grid gap-4"
      >
        <SelectField
          name="endsAt"
          label={t("chooseLength")}
          options={lengths.map((minutes) => {
            const until = endOf(start, minutes);
            const length = lengthWords(minutes, t);
            const words = `${formatTime(until, timeZone, locale)} (${length})`;
            return { value: until.toISOString(), label: words };
          })}
          defaultValue={endOf(start, asked).toISOString()}
        />
        {choice === "either" ? (
          <SelectField
            name="resourceId"
            label={t("waitWhat")}
            options={[
              { value: "", label: t("waitAny", { kind: resource.kind }) },
              { value: resource.id, label: t("waitOnly", { resource: resource.name }) },
            ]}
          />
        ) : null}
        <Join {...props} minutes={asked} day={day} />
      </ActionForm>
    </section>
  );
}

async function Join({ hours, start, minutes, day, people, isSignedIn }: JoinProps) {
  const t = await getTranslations("hours");
  const { space, resource } = hours;
  if (isSignedIn) {
    return (
      <SubmitButton className="btn btn-primary btn-lg btn-wide" pending={t("waitJoining")}>
        {t("waitJoin")}
      </SubmitButton>
    );
  }
  const { timeZone } = space.calendar;
  const interval = { startsAt: start.startsAt, endsAt: endOf(start, minutes) };
  const address = hoursAddress({ slug: space.slug, day, timeZone, resource, people, ...interval });
  return (
    <a
      className="btn btn-primary btn-lg btn-wide"
      href={`/connexion?suite=${encodeURIComponent(address)}`}
    >
      {t("waitSignIn")}
    </a>
  );
}

type JoinProps = HoursWaitingProps & { day: Day };

function endOf(start: HourStart, minutes: number): Date {
  return new Date(start.startsAt.getTime() + minutes * 60_000);
}
