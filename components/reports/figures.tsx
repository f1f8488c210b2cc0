import { getLocale, getTranslations } from "next-intl/server";
import { formatNumber } from "@/lib/core/format";
import { localeOf } from "@/lib/core/locale";
import type { NetworkReport } from "@/lib/reports/schema";
import { shareWords } from "./share-words";

/** The four figures of the network over the period. */
export async function Figures({ report: { network } }: { report: NetworkReport }) {
  const [t, language] = await Promise.all([getTranslations("reports"), getLocale()]);
  const locale = localeOf(language);
  const { offered, booked, occupied } = network;
  const gap = offered === 0 ? t("noOffer") : formatNumber(booked - occupied, locale);
  const figures = [
    {
      label: t("booked"),
      value: shareWords(booked, offered, locale, t),
      detail: t("bookedSlots", { count: booked }),
    },
    {
      label: t("occupied"),
      value: shareWords(occupied, offered, locale, t),
      detail: t("occupiedSlots", { count: occupied, gap }),
    },
    {
      label: t("personDays"),
      value: formatNumber(network.personDays, locale),
      detail: t("offeredSlots", { count: offered }),
    },
    {
      label: t("users"),
      value: network.users === null ? t("usersUnknown") : formatNumber(network.users, locale),
      detail: t("guests", { count: network.guests }),
    },
  ];
  return (
    <ul className="figures">
      {figures.map(({ label, value, detail }) => (
        <li key={label} className="figure">
          {label}
          <b>{value}</b>
          <span className="small muted">{detail}</span>
        </li>
      ))}
    </ul>
  );
}
