import { getTranslations } from "next-intl/server";
import { Mark } from "@/components/illustrations/mark";
import { QrCode } from "./qr-code";

type DoorPosterProps = {
  name: string;
  communeName: string;
  /** The readable address without its scheme, and the whole one the square opens. */
  address: string;
  url: string;
  code: string;
};

/** The A4 sheet by the door: a square for telephones, an address and a code for everybody else. */
export async function DoorPoster({ name, communeName, address, url, code }: DoorPosterProps) {
  const t = await getTranslations("presence.poster");
  return (
    <article className="door-poster">
      <p className="door-poster-mark">
        <Mark />
        Cowloting
      </p>
      <h2>{name}</h2>
      {name.includes(communeName) ? null : <p>{communeName}</p>}
      <p className="door-poster-say">{t("say")}</p>
      <p>{t("scan")}</p>
      <QrCode text={url} label={t("qr", { address })} />
      <p>{t("orType")}</p>
      <p className="door-poster-address">{address}</p>
      <p>{t("thenCode")}</p>
      <p className="door-poster-code num">{code}</p>
      <p>{t("noPhone")}</p>
    </article>
  );
}
