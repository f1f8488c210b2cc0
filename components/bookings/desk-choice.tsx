import { getLocale, getTranslations } from "next-intl/server";
import { refusalWords } from "@/components/spaces/slot-words";
import { ActionForm } from "@/components/ui/action-form";
import { Message } from "@/components/ui/message";
import { SubmitButton } from "@/components/ui/submit-button";
import type { SpaceDay } from "@/lib/bookings/queries";
import { cancellableUntil } from "@/lib/bookings/rules";
import type { Search } from "@/lib/bookings/searches/rules";
import { dayOf } from "@/lib/core/day";
import type { FormAction } from "@/lib/core/form-state";
import { capitalised, formatDay, formatTime, formatTimes } from "@/lib/core/format";
import { type Locale, localeOf } from "@/lib/core/locale";
import type { Space, SpaceResource } from "@/lib/spaces/queries";
import { bookingAddress } from "./alternative-links";

type DeskChoiceProps = {
  space: Space;
  day: SpaceDay;
  search: Search;
  /** Id of the desk asked for in the address, empty for any. */
  desk: string;
  at: Date;
  isSignedIn: boolean;
  idempotencyKey: string;
  action: FormAction;
};

/** The desks of the chosen moment as native radios, the summary, the rule, the one button. */
export async function DeskChoice(props: DeskChoiceProps) {
  const { space, day, search, desk, isSignedIn, idempotencyKey, action } = props;
  const [t, spaces, language] = await Promise.all([
    getTranslations("bookings"),
    getTranslations("spaces"),
    getLocale(),
  ]);
  const locale = localeOf(language);
  const slot = day.slots[search.part];
  if (slot.refusal) {
    const reason = refusalWords(slot.refusal, day.day, locale, spaces);
    return <Message tone="warn">{t("partClosed", { reason })}</Message>;
  }
  if (slot.free.length === 0) return <Message tone="warn">{t("partFull")}</Message>;
  const chosen = slot.free.some((resource) => resource.id === desk) ? desk : "";
  const address = bookingAddress({ slug: space.slug, day: day.day, part: search.part });
  const hidden = { slug: space.slug, day: day.day, part: search.part, idempotencyKey };
  return (
    <ActionForm
      action={action}
      hidden={hidden}
      alternativesTitle={t("alternatives")}
      className="grid gap-6"
    >
      <fieldset>
        <legend className="mb-3 font-display text-h3 font-semibold">{t("chooseDesk")}</legend>
        <label className="option">
          <input type="radio" name="resourceId" value="" defaultChecked={chosen === ""} />
          <span>
            <b>{t("anyDesk")}</b>
            <small>{t("anyDeskHint")}</small>
          </span>
        </label>
        {[...slot.free, ...slot.taken].map((resource) => (
          <DeskOption
            key={resource.id}
            resource={resource}
            isTaken={slot.taken.includes(resource)}
            isChosen={resource.id === chosen}
          />
        ))}
      </fieldset>
      <Summary {...props} locale={locale} />
      {isSignedIn ? (
        <SubmitButton className="btn btn-primary btn-lg btn-wide" pending={t("booking")}>
          {t("bookDesk")}
        </SubmitButton>
      ) : (
        <a
          className="btn btn-primary btn-lg btn-wide"
          href={`/connexion?suite=${encodeURIComponent(address)}`}
        >
          {t("signInToBook")}
        </a>
      )}
    </ActionForm>
  );
}

type DeskOptionProps = { resource: SpaceResource; isTaken: boolean; isChosen: boolean };

async function DeskOption({ resource, isTaken, isChosen }: DeskOptionProps) {
  const [t, features] = await Promise.all([
    getTranslations("bookings"),
    getTranslations("spaces.features"),
  ]);
  const words = resource.features.map((feature) => features(feature));
  return (
    <label className="option">
      <input
        type="radio"
        name="resourceId"
        value={resource.id}
        disabled={isTaken}
        defaultChecked={isChosen}
      />
      <span>
        <b>{resource.name}</b>
        <small>{[...words, ...(isTaken ? [t("taken")] : [])].join(", ")}</small>
      </span>
    </label>
  );
}

async function Summary({ space, day, search, at, locale }: DeskChoiceProps & { locale: Locale }) {
  const t = await getTranslations("bookings");
  const { opening } = day.slots[search.part];
  const startsAt = opening.open ? opening.startsAt : at;
  const terms = { ...space, cancelNoticeMinutes: null };
  const until = cancellableUntil(terms, { day: day.day, startsAt, createdAt: at });
  const isFree = until.getTime() - at.getTime() > 3_600_000;
  const { timeZone } = space.calendar;
  return (
    <div className="panel">
      <h2 className="text-h4 font-text font-bold">{t("summary")}</h2>
      <p>
        {capitalised(formatDay(day.day, locale), locale)}
        {opening.open ? `, ${formatTimes(opening, timeZone, locale)}` : null}
      </p>
      <p className="muted">
        {space.name}, {space.commune.name}
      </p>
      <p className="small mt-2">
        {isFree
          ? t("cancelRule", {
              day: formatDay(dayOf(until, timeZone), locale),
              time: formatTime(until, timeZone, locale),
            })
          : t("cancelRuleLate")}
      </p>
    </div>
  );
}
