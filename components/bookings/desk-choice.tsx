import { getLocale, getTranslations } from "next-intl/server";
import { repeatAddress } from "@/components/series/repeat-address";
import { refusalWords } from "@/components/spaces/slot-words";
import { ActionForm } from "@/components/ui/action-form";
import { Message } from "@/components/ui/message";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import type { Alternative } from "@/lib/bookings/alternatives/rules";
import type { SpaceDay } from "@/lib/bookings/queries";
import { cancellableUntil } from "@/lib/bookings/rules";
import { type Search, seatKindOf } from "@/lib/bookings/searches/rules";
import type { Actor } from "@/lib/core/actor";
import { dayOf } from "@/lib/core/day";
import type { FormAction } from "@/lib/core/form-state";
import { capitalised, formatDay, formatTime, formatTimes } from "@/lib/core/format";
import { type Locale, localeOf } from "@/lib/core/locale";
import type { Space, SpaceResource } from "@/lib/spaces/queries";
import { AlternativesList } from "./alternatives-list";

type DeskChoiceProps = {
  space: Space;
  day: SpaceDay;
  search: Search;
  /** Id of the desk asked for in the address, empty for any. */
  desk: string;
  at: Date;
  actor: Actor;
  /** What to offer instead when this moment cannot be had. */
  alternatives: Alternative[];
  idempotencyKey: string;
  action: FormAction;
};

/** The desks of the chosen moment as native radios, the summary, the rule, the one button. */
export async function DeskChoice(props: DeskChoiceProps) {
  const { space, day, search, desk, actor, idempotencyKey, action } = props;
  const [t, spaces, language] = await Promise.all([
    getTranslations("bookings"),
    getTranslations("spaces"),
    getLocale(),
  ]);
  const locale = localeOf(language);
  const slot = day.slots[search.part];
  if (slot.refusal || slot.free.length === 0) {
    const reason = slot.refusal ? refusalWords(slot.refusal, day.day, locale, spaces) : null;
    return (
      <>
        <Message tone="warn">{reason ? t("partClosed", { reason }) : t("partFull")}</Message>
        <AlternativesList alternatives={props.alternatives} />
      </>
    );
  }
  const chosen = slot.free.some((resource) => resource.id === desk) ? desk : "";
  const hidden = {
    slug: space.slug,
    day: day.day,
    part: search.part,
    kind: seatKindOf(search.kind) ?? undefined,
    idempotencyKey,
  };
  return (
    <ActionForm
      action={action}
      hidden={hidden}
      alternativesTitle={t("alternatives")}
      className="grid gap-6"
    >
      {desk !== "" && chosen === "" ? <Message tone="warn">{t("deskTaken")}</Message> : null}
      <fieldset>
        <legend className="mb-3 font-display text-h3 font-semibold">{t("chooseDesk")}</legend>
        <label className="option">
          <input type="radio" name="resourceId" value="" defaultChecked={chosen === ""} />
          <span>
            <b>{search.kind === "office" ? t("anyOffice") : t("anyDesk")}</b>
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
      <NewcomerName actor={actor} />
      <SubmitButton className="btn btn-primary btn-lg btn-wide" pending={t("booking")}>
        {actor.kind === "person" ? t("bookDesk") : t("signInToBook")}
      </SubmitButton>
    </ActionForm>
  );
}

/** Asked once, of somebody whom the host could not call by a name. */
async function NewcomerName({ actor }: { actor: Actor }) {
  const t = await getTranslations("bookings");
  if (actor.kind !== "person" || actor.name) return null;
  return (
    <TextField
      name="name"
      label={t("yourName")}
      hint={t("yourNameHint")}
      autoComplete="name"
      maxLength={80}
      required
    />
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

async function Summary(props: DeskChoiceProps & { locale: Locale }) {
  const { space, day, search, desk, at, locale } = props;
  const [t, series] = await Promise.all([getTranslations("bookings"), getTranslations("series")]);
  const { opening } = day.slots[search.part];
  const startsAt = opening.open ? opening.startsAt : at;
  const terms = { ...space, cancelNoticeMinutes: null };
  const until = cancellableUntil(terms, {
    day: day.day,
    startsAt,
    createdAt: at,
    state: "confirmed",
  });
  const isFree = until.getTime() - at.getTime() > 3_600_000;
  const { timeZone } = space.calendar;
  const place = desk ? { resourceId: desk } : {};
  const repeated = { slug: space.slug, day: day.day, part: search.part, timeZone, ...place };
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
      <a className="btn btn-quiet" href={repeatAddress(repeated)}>
        {series("everyWeek")}
      </a>
    </div>
  );
}
