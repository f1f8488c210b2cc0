import { getTranslations } from "next-intl/server";
import { Section } from "@/components/ui/section";

const tools = [
  { href: "/messages", key: "messages" },
  { href: "/mon-espace/annonces", key: "ads" },
  { href: "/mon-espace/evenements", key: "events" },
  { href: "/evenements/proposer", key: "proposeEvent" },
  { href: "/mon-espace/liste-attente", key: "waiting" },
  { href: "/mon-espace/series", key: "series" },
  { href: "/mon-espace/absence", key: "absence" },
  { href: "/mon-espace/rencontres", key: "meetings" },
  { href: "/mon-espace/notifications", key: "notifications" },
  { href: "/mon-espace/lieux", key: "spaces" },
  { href: "/mon-espace/organisations", key: "organisations" },
  { href: "/mon-espace/habilitations", key: "habilitations" },
  { href: "/mon-espace/agenda", key: "calendar" },
  { href: "/mon-espace/attestations", key: "certificates" },
  { href: "/mon-espace/cles", key: "keys" },
  { href: "/mon-espace/donnees", key: "data" },
] as const;

/** What a member sets up once, or needs now and then; `unread` is of their messages. */
export async function MemberTools({ unread }: { unread: number }) {
  const t = await getTranslations("members.tools");
  return (
    <Section id="outils" title={t("title")} className="no-print">
      <ul className="flex flex-wrap gap-x-6 gap-y-1">
        {tools.map(({ href, key }) => (
          <li key={href}>
            <a className="inline-flex min-h-11 items-center" href={href}>
              {t(key, { count: unread })}
            </a>
          </li>
        ))}
      </ul>
    </Section>
  );
}
