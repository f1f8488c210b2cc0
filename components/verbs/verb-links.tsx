import { getTranslations } from "next-intl/server";
import type { OfferedVerb } from "@/lib/bookings/offered-verbs/rules";

/** A host restores on the page of the host. */
type LinkedVerb = Exclude<OfferedVerb, "reinstate">;

const pages = {
  move: "deplacer",
  swap: "echanger",
  release: "rendre",
  check_out: "rendre",
} as const satisfies Record<LinkedVerb, string>;

/** What can be done with a booking besides cancelling it, each on a page of its own. */
export async function VerbLinks({ bookingId, verbs }: { bookingId: string; verbs: OfferedVerb[] }) {
  const linked = verbs.filter((verb) => verb !== "reinstate");
  if (linked.length === 0) return null;
  const t = await getTranslations("verbs");
  return (
    <nav className="flex flex-wrap gap-3" aria-label={t("tools")}>
      {linked.map((verb) => (
        <a
          key={verb}
          className="btn btn-secondary"
          href={`/mon-espace/reservations/${bookingId}/${pages[verb]}`}
        >
          {t(`links.${verb}`)}
        </a>
      ))}
    </nav>
  );
}
