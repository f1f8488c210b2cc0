import { Check } from "lucide-react";

type Chip = { href: string; label: string; isChosen: boolean };
type ChipLinksProps = { label: string; className?: string; chips: readonly Chip[] };

/** Links that ask for one thing more, or no longer do: what is chosen is ticked. */
export function ChipLinks({ label, className = "", chips }: ChipLinksProps) {
  return (
    <nav className={`chips ${className}`.trim()} aria-label={label}>
      {chips.map(({ href, label: words, isChosen }) => (
        <a key={words} className="chip" href={href} aria-current={isChosen ? "true" : undefined}>
          {isChosen ? <Check size={16} strokeWidth={1.75} aria-hidden /> : null}
          {words}
        </a>
      ))}
    </nav>
  );
}
