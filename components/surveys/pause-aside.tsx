import { getTranslations } from "next-intl/server";

type PauseAsideProps = {
  /** The address that opens these answers again, wherever it is typed. */
  address: string;
  isFramed: boolean;
};

/** How to go on later: the address itself, kept or sent to oneself from one's own mailbox. */
export async function PauseAside({ address, isFramed }: PauseAsideProps) {
  const t = await getTranslations("survey.pause");
  const mail = `mailto:?subject=${encodeURIComponent(t("mailSubject"))}&body=${encodeURIComponent(
    t("mailBody", { address }),
  )}`;
  return (
    <aside className="survey-pause" aria-labelledby="pause">
      <h2 id="pause">{t("title")}</h2>
      <p className="muted">{t("lead")}</p>
      <p className="survey-code">
        <a href={address} {...(isFramed ? { target: "_blank", rel: "noopener" } : {})}>
          {address.replace(/^https?:\/\//, "")}
        </a>
      </p>
      <p>
        <a href={mail}>{t("mail")}</a>
      </p>
      <p className="muted">{t("mailNote")}</p>
    </aside>
  );
}
