import { getTranslations } from "next-intl/server";
import type { EventView } from "@/lib/events/queries";
import type { OwnRegistration } from "@/lib/events/registrations/queries";
import { registrationWindow } from "@/lib/events/windows/rules";

type EventRegistrationProps = {
  event: EventView;
  at: Date;
  /** Of whoever is signed in and registered. */
  own: OwnRegistration | null;
};

/** The one button of an event: to register, to wait, or to see one's registration. */
export async function EventRegistration({ event, at, own }: EventRegistrationProps) {
  const t = await getTranslations("eventsRegister");
  if (own && event.endsAt > at) {
    const state = own.state === "waiting" || own.state === "offered" ? own.state : "confirmed";
    return (
      <>
        <p className="mt-4 mb-3">{t(`own.${state}`, { count: own.quantity })}</p>
        <a className="btn btn-secondary btn-wide" href={`/evenements/inscription/${own.token}`}>
          {t("own.see")}
        </a>
      </>
    );
  }
  if (registrationWindow(event, at) !== "open") return null;
  return (
    <>
      <a
        className="btn btn-primary btn-wide mt-4"
        href={`/evenements/${event.slug}/inscription`}
        rel="nofollow"
      >
        {t(event.left === 0 ? "join" : "register")}
      </a>
      <p className="small muted mt-3">{t("cardNote")}</p>
    </>
  );
}
