import { getLocale, getTranslations } from "next-intl/server";
import { ShownField } from "@/components/company/shown-field";
import { AskedList } from "@/components/habilitations/asked-list";
import { repeatAddress } from "@/components/series/repeat-address";
import { refusalWords } from "@/components/spaces/slot-words";
import { ActionForm } from "@/components/ui/action-form";
import { Message } from "@/components/ui/message";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import type { Alternative } from "@/lib/bookings/alternatives/rules";
import type { SpaceDay } from "@/lib/bookings/queries";
import { cancellableUntil, type Slot } from "@/lib/bookings/rules";
import { seatKinds } from "@/lib/bookings/schema";
import type { Search } from "@/lib/bookings/searches/rules";
import type { Actor } from "@/lib/core/actor";
import { dayOf } from "@/lib/core/day";
import type { FormAction } from "@/lib/core/form-state";
import { capitalised, formatDay, formatTime, formatTimes } from "@/lib/core/format";
import { type Locale, localeOf } from "@/lib/core/locale";
import type { Habilitation } from "@/lib/members/habilitations/queries";
import type { Space, SpaceResource } from "@/lib/spaces/queries";
import { AlternativesList } from "./alternatives-list";
import { CompanyFields } from "./company-fields";
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
  habilitations: Habilitation[];
  /** What the member's profile says of being seen; null for a visitor, who has none. */
  sharesPresence: boolean | null;
  idempotencyKey: string;
  action: FormAction;
};

/** The places of the chosen moment as native radios, the summary, the rule, the one button. */
export async function DeskChoice(props: DeskChoiceProps) {
  const { space, day, search, desk, actor, sharesPresence, idempotencyKey, action } = props;
  const [t, language] = await Promise.all([getTranslations("bookings"), getLocale()]);
  const slot = day.slots[search.part];
  if (slot.refusal || slot.free.length === 0) return <NothingFree {...props} />;
  const chosen = slot.free.find((resource) => resource.id === desk);
  const hidden = {
    slug: space.slug,
    day: day.day,
    part: search.part,
    kind: search.kind ?? undefined,
    idempotencyKey,
  };
  return (
    <ActionForm
      action={action}
      hidden={hidden}
      alternativesTitle={t("alternatives")}
      className="grid gap-6"
    >
      <Desks space={space} slot={slot} search={search} desk={desk} />
      <AskedList resources={[...slot.free, ...slot.taken]} habilitations={props.habilitations} />
      <CompanyFields resources={slot.free} />
      <Summary {...props} chosen={chosen} locale={localeOf(language)} />
      <NewcomerName actor={actor} />
      {sharesPresence === null ? null : (
        <ShownField sharesPresence={sharesPresence} choice="profile" profileValue="" />
      )}
      <SubmitButton className="btn btn-primary btn-lg btn-wide" pending={t("booking")}>
        {actor.kind === "person" ? <BookOrAsk /> : t("signInToBook")}
      </SubmitButton>
    </ActionForm>
  );
}

/** Said of the place that is chosen at that moment: the style sheet shows one of the two. */
async function BookOrAsk() {
  const [t, hours] = await Promise.all([getTranslations("bookings"), getTranslations("hours")]);
  return (
    <>
      <span className="says-book">{t("bookDesk")}</span>
      <span className="says-ask">{hours("ask")}</span>
    </>
  );
}

/** Closed, all taken, or nothing of the kind goes by that part; and what is free near it. */
async function NothingFree({ day, search, alternatives }: DeskChoiceProps) {
  const [t, spaces, language] = await Promise.all([
    getTranslations("bookings"),
    getTranslations("spaces"),
    getLocale(),
  ]);
  const { refusal, taken } = day.slots[search.part];
  const reason = refusal ? refusalWords(refusal, day.day, localeOf(language), spaces) : null;
  const why = taken.length > 0 ? t("partFull") : t("notThisPart", { part: search.part });
  return (
    <>
      <Message tone="warn" role="status">
        {reason ? t("partClosed", { reason }) : why}
      </Message>
      <AlternativesList alternatives={alternatives} />
    </>
  );
}

type DesksProps = { space: Space; slot: Slot<SpaceResource>; search: Search; desk: string };

/** Any seat will do for who only wants to sit; a room or a device is named. In the order of the space. */
async function Desks({ space, slot: { free, taken }, search, desk }: DesksProps) {
  const [t, hours, features] = await Promise.all([
    getTranslations("bookings"),
    getTranslations("hours"),
    getTranslations("spaces.features"),
  ]);
  const isSeat = seatKinds.some((kind) => search.kinds.includes(kind));
  const any = search.kind === "office" ? t("anyOffice") : t("anyDesk");
  const has = (resources: SpaceResource[], id: string) => resources.some((one) => one.id === id);
  const leadOf = (resource: SpaceResource) =>
    [
      ...(resource.capacity > 1 ? [hours("seats", { count: resource.capacity })] : []),
      ...resource.features.map((feature) => features(feature)),
      ...(resource.needsApproval ? [hours("needsApproval")] : []),
      ...(has(taken, resource.id) ? [t("taken")] : []),
    ].join(", ");
  return (
    <DeskOptions
      words={{
        legend: t("chooseDesk", { kind: search.kind ?? "any" }),
        any: isSeat
          ? { name: any, hint: t("anyDeskHint"), asks: free.every((one) => one.needsApproval) }
          : null,
        lost: t.raw("deskLost"),
      }}
      desks={space.resources
        .filter(({ id }) => has(free, id) || has(taken, id))
        .map((resource) => ({
          id: resource.id,
          name: resource.name,
          isTaken: has(taken, resource.id),
          lead: leadOf(resource),
          asks: resource.needsApproval,
        }))}
      chosen={has(free, desk) ? desk : ""}
      problem={has(taken, desk) ? t("deskTaken") : null}
    />
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

type SummaryProps = DeskChoiceProps & { chosen: SpaceResource | undefined; locale: Locale };

async function Summary(props: SummaryProps) {
  const { space, day, search, chosen, at, locale } = props;
  const [t, series] = await Promise.all([getTranslations("bookings"), getTranslations("series")]);
  const { opening } = day.slots[search.part];
  const startsAt = opening.open ? opening.startsAt : at;
  const terms = { ...space, cancelNoticeMinutes: chosen?.cancelNoticeMinutes ?? null };
  const until = cancellableUntil(terms, {
    day: day.day,
    startsAt,
    createdAt: at,
    state: "confirmed",
  });
  const isFree = until.getTime() - at.getTime() > 3_600_000;
  const { timeZone } = space.calendar;
  const place = chosen ? { resourceId: chosen.id } : {};
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
