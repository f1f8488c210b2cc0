import { getTranslations } from "next-intl/server";

const tabs = ["edit", "registrations", "attendance"] as const;
type Tab = (typeof tabs)[number];

const pathOf = {
  edit: "modifier",
  registrations: "inscriptions",
  attendance: "presence",
} as const satisfies Record<Tab, string>;

type HostTabsProps = {
  /** Of the space, and of the event. */
  slug: string;
  eventSlug: string;
  current: Tab;
  /** A page that the current one leads to. */
  isWithin?: boolean;
  /** Whether the reader may open who is registered and who came; those pages have asked already. */
  readsPeople?: boolean;
};

/** The pages of those who organise an event, from one to the other, and the one everybody sees. */
export async function HostTabs({
  slug,
  eventSlug,
  current,
  isWithin = false,
  readsPeople = true,
}: HostTabsProps) {
  const t = await getTranslations("eventsEdit.tabs");
  const here = isWithin ? "true" : "page";
  const shown = readsPeople ? tabs : tabs.filter((tab) => tab === "edit");
  const base = `/hote/${slug}/evenements/${eventSlug}`;
  return (
    <nav className="event-tabs no-print" aria-label={t("label")}>
      <ul>
        {shown.map((tab) => (
          <li key={tab}>
            <a href={`${base}/${pathOf[tab]}`} aria-current={tab === current ? here : undefined}>
              {t(tab)}
            </a>
          </li>
        ))}
        <li>
          <a href={`/evenements/${eventSlug}`}>{t("page")}</a>
        </li>
      </ul>
    </nav>
  );
}
