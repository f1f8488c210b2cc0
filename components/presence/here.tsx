import { getLocale, getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/ui/action-form";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import { bookingAddress } from "@/lib/bookings/addresses/rules";
import type { OwnBooking, PresencePage } from "@/lib/bookings/presence/queries";
import type { FormAction } from "@/lib/core/form-state";
import { formatTime, formatTimes } from "@/lib/core/format";
import { type Locale, localeOf } from "@/lib/core/locale";

type HereProps = {
  page: PresencePage;
  /** As in the address of the square; empty for whoever typed the address. */
  code: string;
  checkIn: FormAction;
  checkOut: FormAction;
};

/** One big button: what it notes is said above it. A page by itself notes nothing. */
export async function Here({ page, code, checkIn, checkOut }: HereProps) {
  const [t, language] = await Promise.all([getTranslations("presence"), getLocale()]);
  const locale = localeOf(language);
  const { standing, space } = page;
  switch (standing.kind) {
    case "visitor": {
      const back = encodeURIComponent(`/ici/${space.slug}${code ? `?code=${code}` : ""}`);
      return (
        <div className="panel">
          <p>{t("signInFirst")}</p>
          <a className="btn btn-primary btn-lg btn-wide mt-4" href={`/connexion?suite=${back}`}>
            {t("signIn")}
          </a>
        </div>
      );
    }
    case "arrive":
      if (!page.hasCode) return <p className="panel">{t("noPoster")}</p>;
      return <Arrival page={page} booking={standing.booking} code={code} action={checkIn} />;
    case "there":
      return <Departure page={page} booking={standing.booking} action={checkOut} />;
    case "nothing_now":
      return <Nothing page={page} locale={locale} />;
  }
}

type ArrivalProps = { page: PresencePage; booking: OwnBooking; code: string; action: FormAction };

async function Arrival({ page, booking, code, action }: ArrivalProps) {
  const [t, language] = await Promise.all([getTranslations("presence"), getLocale()]);
  const { slug, timeZone } = page.space;
  const times = formatTimes(booking, timeZone, localeOf(language));
  const hidden = code ? { slug, code } : { slug };
  return (
    <section className="panel" aria-labelledby="du-moment">
      <h2 id="du-moment" className="font-text font-bold text-h4">
        {t("yourBooking")}
      </h2>
      <p className="text-h3">{t("bookingLine", { resource: booking.resource.name, times })}</p>
      {booking.state === "no_show" ? <p className="mt-2">{t("lost")}</p> : null}
      <ActionForm
        action={action}
        hidden={hidden}
        className="mt-4 grid gap-4"
        alternativesTitle={t("instead")}
      >
        {code ? null : (
          <TextField
            name="code"
            label={t("code")}
            hint={t("codeHint")}
            autoComplete="off"
            maxLength={12}
            required
          />
        )}
        <SubmitButton className="btn btn-primary btn-lg btn-wide" pending={t("checkingIn")}>
          {t("checkIn")}
        </SubmitButton>
      </ActionForm>
    </section>
  );
}

type DepartureProps = { page: PresencePage; booking: OwnBooking; action: FormAction };

async function Departure({ page, booking, action }: DepartureProps) {
  const [t, language] = await Promise.all([getTranslations("presence"), getLocale()]);
  const locale = localeOf(language);
  const { slug, timeZone } = page.space;
  const since = formatTime(booking.checkedInAt ?? booking.startsAt, timeZone, locale);
  const until = formatTime(booking.endsAt, timeZone, locale);
  return (
    <section className="panel" aria-labelledby="sur-place">
      <h2 id="sur-place" className="text-h3">
        {t("there", { time: since })}
      </h2>
      <p>{t("thereLead", { resource: booking.resource.name, time: until })}</p>
      <ActionForm action={action} hidden={{ slug }} className="mt-4 grid gap-2">
        <SubmitButton className="btn btn-secondary btn-lg btn-wide" pending={t("checkingIn")}>
          {t("checkOut")}
        </SubmitButton>
        <p className="small muted">{t("checkOutLead")}</p>
      </ActionForm>
    </section>
  );
}

async function Nothing({ page, locale }: { page: PresencePage; locale: Locale }) {
  const t = await getTranslations("presence");
  const { space, day, standing } = page;
  if (standing.kind !== "nothing_now") return null;
  const { next, rest } = standing;
  return (
    <section className="panel" aria-labelledby="rien">
      <h2 id="rien" className="text-h3">
        {t("nothingNow")}
      </h2>
      {next ? (
        <p>
          {t("nothingNext", {
            time: formatTime(next.startsAt, space.timeZone, locale),
            resource: next.resource.name,
          })}
        </p>
      ) : null}
      <p>{rest ? t("nothingRest") : t("nothingOpen")}</p>
      {rest ? (
        <a
          className="btn btn-primary btn-lg btn-wide mt-4"
          href={bookingAddress({ slug: space.slug, day, part: rest })}
        >
          {t("bookRest", { part: rest })}
        </a>
      ) : (
        <a className="btn btn-secondary btn-lg btn-wide mt-4" href={`/lieux/${space.slug}`}>
          {t("otherDay")}
        </a>
      )}
    </section>
  );
}
