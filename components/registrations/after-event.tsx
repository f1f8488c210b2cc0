import { getTranslations } from "next-intl/server";

type AfterEventProps = {
  token: string;
  /** An opinion is taken of this registration. */
  takesFeedback: boolean;
  hasCertificate: boolean;
};

/** What is left to do once the event is over: to say what one thought, to take one's certificate. */
export async function AfterEvent({ token, takesFeedback, hasCertificate }: AfterEventProps) {
  const t = await getTranslations("eventsRegister.manage");
  if (!takesFeedback && !hasCertificate) return null;
  return (
    <p className="mt-5 flex flex-wrap gap-3">
      {takesFeedback ? (
        <a className="btn btn-secondary" href={`/evenements/avis/${token}`}>
          {t("feedback")}
        </a>
      ) : null}
      {hasCertificate ? (
        <a className="btn btn-secondary" href={`/evenements/attestation/${token}`}>
          {t("certificate")}
        </a>
      ) : null}
    </p>
  );
}
