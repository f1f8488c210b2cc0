import { getLocale, getTranslations } from "next-intl/server";
import { Poster } from "@/components/illustrations/poster";
import { capitalised, dayParts } from "@/lib/core/format";
import { localeOf } from "@/lib/core/locale";
import type { EventView } from "@/lib/events/queries";
import { placeText, posterOf, themeOf, whenWords, withCommune, writtenIn } from "./event-words";

type EventHeadProps = { event: EventView; at: Date };

/** Title, sentence, big day and where, beside the picture. */
export async function EventHead({ event, at }: EventHeadProps) {
  const [t, common, language] = await Promise.all([
    getTranslations("events"),
    getTranslations("common"),
    getLocale(),
  ]);
  const locale = localeOf(language);
  const { day, times } = whenWords(event, locale, at);
  const written = writtenIn(event.language, locale);
  return (
    <header>
      <nav aria-label={common("breadcrumb")}>
        <ol className="crumbs">
          <li>
            <a href="/">{common("homeShort")}</a>
          </li>
          <li>
            <a href="/evenements">{t("title")}</a>
          </li>
          <li>
            <span aria-current="page">{t(`themes.${themeOf(event.theme)}`)}</span>
          </li>
        </ol>
      </nav>
      <div className="event-head">
        <div className="min-w-0">
          <h1 {...written}>{event.title}</h1>
          <p className="lead event-text mt-4" {...written}>
            {event.summary}
          </p>
          <p className="event-when">
            <b aria-hidden="true">{dayParts(event.day, locale).date}</b>
            <span>
              <strong>{capitalised(t("when", { day, times }), locale)}</strong>
              <br />
              <Where event={event} />
            </span>
          </p>
        </div>
        <div className="bank">
          <EventPicture event={event} />
        </div>
      </div>
    </header>
  );
}

async function Where({ event }: { event: EventView }) {
  const { place, space } = event;
  const t = await getTranslations("events");
  const link = <a href={`/lieux/${space.slug}`}>{withCommune(space.name, space.commune.name)}</a>;
  if (place.kind === "online") return t.rich("onlineAt", { space: () => link });
  if (place.kind === "elsewhere") return <>{placeText(event)}</>;
  return (
    <>
      {place.roomName ? `${place.roomName}, ` : null}
      {link}
    </>
  );
}

async function EventPicture({ event }: { event: EventView }) {
  const t = await getTranslations("events");
  const { picture, slug } = event;
  if (picture) {
    return (
      // biome-ignore lint/performance/noImgElement: sized when it was taken in, its address changes with it
      <img
        src={`/evenements/${slug}/photo?v=${picture.version}`}
        alt={picture.alternative}
        width={1200}
        height={800}
      />
    );
  }
  return (
    <Poster
      name={posterOf(event)}
      label={t("poster", { theme: t(`themes.${themeOf(event.theme)}`) })}
      note={t("posterNote")}
    />
  );
}
