type CampaignPicksProps = {
  label: string;
  picks: { href: string; words: string; isChosen: boolean }[];
};

/** Links of which one is where one is; nothing when there is nothing to choose. */
export function CampaignPicks({ label, picks }: CampaignPicksProps) {
  if (picks.length < 2) return null;
  return (
    <nav aria-label={label} className="mb-6">
      <ul className="flex flex-wrap gap-3">
        {picks.map(({ href, words, isChosen }) => (
          <li key={href}>
            <a className="pick" href={href} aria-current={isChosen ? "page" : undefined}>
              {words}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
