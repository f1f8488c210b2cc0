import type { BoardWords } from "./entry-words";

/** What is made once and printed, under the day. */
export function HostTools({ slug, t }: { slug: string; t: BoardWords }) {
  return (
    <nav className="host-tools no-print" aria-labelledby="outils">
      <h2 id="outils">{t("tools")}</h2>
      <ul>
        <li>
          <a href={`/hote/${slug}/affiche`}>{t("poster")}</a>
        </li>
      </ul>
    </nav>
  );
}
