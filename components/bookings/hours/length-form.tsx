import { getLocale, getTranslations } from "next-intl/server";
import { ShownField } from "@/components/company/shown-field";
import { repeatAddress } from "@/components/series/repeat-address";
import { ActionForm } from "@/components/ui/action-form";
import { SubmitButton } from "@/components/ui/submit-button";
import { type HourStart, lengthsFrom } from "@/lib/bookings/hours/rules";
import type { Day } from "@/lib/core/day";
import type { FormAction } from "@/lib/core/form-state";
import { capitalised, formatDay, formatTime } from "@/lib/core/format";
import { localeOf } from "@/lib/core/locale";
import type { Space, SpaceResource } from "@/lib/spaces/queries";
import { CompanyFields } from "../company-fields";
import { lengthWords } from "./length-words";

type LengthFormProps = {
  space: Space;
  resource: SpaceResource;
  day: Day;
  start: HourStart;
  /** Length asked for in the address, in minutes. */
  minutes: number;
  isSignedIn: boolean;
  /** What the member's profile says of being seen; null for a visitor, who has none. */
  sharesPresence: boolean | null;
  idempotencyKey: string;
  action: FormAction;
};

/** Ends as native radios, who comes along, the summary and the one button. */
export async function LengthForm(props: LengthFormProps) {
  const { space, resource, day, start, action } = props;
  const [t, language] = await Promise.all([getTranslations("hours"), getLocale()]);
  const locale = localeOf(language);
  const { timeZone } = space.calendar;
  const lengths = lengthsFrom(start, resource);
  const chosen = lengths.includes(props.minutes) ? props.minutes : lengths[0];
  const hidden = {
    slug: space.slug,
    resourceId: resource.id,
    startsAt: start.startsAt.toISOString(),
    idempotencyKey: props.idempotencyKey,
  };
  return (
    <ActionForm
      action={action}
      hidden={hidden}
      alternativesTitle={(await getTranslations("bookings"))("alternatives")}
      className="grid gap-6"
    >
      <fieldset id="fin" className="scroll-mt-24">
        <legend className="mb-3 font-display text-h3 font-semibold">{t("chooseLength")}</legend>
        <div className="start-grid">
          {lengths.map((minutes) => (
            <label key={minutes} className="option">
              <input
                type="radio"
                name="minutes"
                value={minutes}
                defaultChecked={minutes === chosen}
              />
              <span>
                <b>{formatTime(after(start, minutes), timeZone, locale)}</b>
                <small>{lengthWords(minutes, t)}</small>
              </span>
            </label>
          ))}
        </div>
      </fieldset>
      <CompanyFields resources={[resource]} />
      {props.sharesPresence === null ? null : (
        <ShownField sharesPresence={props.sharesPresence} choice="profile" profileValue="" />
      )}
      <div className="panel">
        <p className="font-bold">
          {capitalised(formatDay(day, locale), locale)},{" "}
          {formatTime(start.startsAt, timeZone, locale)}
        </p>
        <p className="muted">
          {resource.name}, {space.name}
        </p>
        {resource.bufferBeforeMinutes + resource.bufferAfterMinutes > 0 ? (
          <p className="small mt-2">
            {t("buffer", {
              before: resource.bufferBeforeMinutes,
              after: resource.bufferAfterMinutes,
            })}
          </p>
        ) : null}
        <Repeat {...props} minutes={chosen ?? resource.minMinutes} />
      </div>
      <SubmitButton className="btn btn-primary btn-lg btn-wide" pending={t("booking")}>
        {t(buttonOf(props))}
      </SubmitButton>
    </ActionForm>
  );
}

async function Repeat({ space, resource, day, start, minutes }: LengthFormProps) {
  const t = await getTranslations("series");
  const address = repeatAddress({
    slug: space.slug,
    day,
    part: "hours",
    resourceId: resource.id,
    hours: { startsAt: start.startsAt, endsAt: after(start, minutes) },
    timeZone: space.calendar.timeZone,
  });
  return (
    <a className="btn btn-quiet" href={address}>
      {t("everyWeek")}
    </a>
  );
}

function buttonOf({ isSignedIn, resource }: LengthFormProps) {
  if (!isSignedIn) return "signIn" as const;
  return resource.needsApproval ? ("ask" as const) : ("book" as const);
}

function after(start: HourStart, minutes: number): Date {
  return new Date(start.startsAt.getTime() + minutes * 60_000);
}
