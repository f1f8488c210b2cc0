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
import type { Space } from "@/lib/spaces/queries";
import { AlternativesList } from "./alternatives-list";
import { DeskOptions } from "./desk-options";

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
  const [t, spaces, featureWords, language] = await Promise.all([
    getTranslations("bookings"),
    getTranslations("spaces"),
    getTranslations("spaces.features"),
    getLocale(),
  ]);
  const locale = localeOf(language);
  const slot = day.slots[search.part];
  if (slot.refusal || slot.free.length === 0) {
    const reason = slot.refusal ? refusalWords(slot.refusal, day.day, locale, spaces) : null;
    return (
      <>
        <Message tone="warn" role="status">
          {reason ? t("partClosed", { reason }) : t("partFull")}
        </Message>
        <AlternativesList alternatives={props.alternatives} />
      </>
    );
  }
  const isFree = (id: string) => slot.free.some((resource) => resource.id === id);
  const seats = new Set([...slot.free, ...slot.taken].map(({ id }) => id));
  const chosen = isFree(desk) ? desk : "";
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
      <DeskOptions
        words={{
          legend: t("chooseDesk"),
          any: search.kind === "office" ? t("anyOffice") : t("anyDesk"),
          anyHint: t("anyDeskHint"),
          lost: t.raw("deskLost"),
        }}
        desks={space.resources
          .filter(({ id }) => seats.has(id))
          .map(({ id, name, features }) => ({
            id,
            name,
            isTaken: !isFree(id),
            lead: [
              ...features.map((feature) => featureWords(feature)),
              ...(isFree(id) ? [] : [t("taken")]),
            ].join(", "),
          }))}
        chosen={chosen}
        problem={desk !== "" && chosen === "" ? t("deskTaken") : null}
      />
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
