import { Download } from "lucide-react";

export type OpenSetWords = {
  id: string;
  title: string;
  text: string;
  often: string;
  /** The stretch of time it is about, in words; null = of now. */
  period: string | null;
  files: { href: string; label: string }[];
};

type OpenSetProps = { set: OpenSetWords; changes: string; filesTitle: string };

/** One set of open data: what it is, how often it changes, and its files. */
export function OpenSet({ set, changes, filesTitle }: OpenSetProps) {
  const { id, title, text, period, files } = set;
  return (
    <section className="open-set" id={id} aria-labelledby={`${id}-titre`}>
      <h3 id={`${id}-titre`}>{title}</h3>
      <p className="mt-2 max-w-measure">{text}</p>
      {period ? <p className="mt-2">{period}</p> : null}
      <p className="mt-2">{changes}</p>
      {files.length > 0 ? (
        <ul className="open-files" aria-label={`${filesTitle} – ${title}`}>
          {files.map(({ href, label }) => (
            <li key={href}>
              <a href={href}>
                <Download size={16} strokeWidth={1.75} aria-hidden />
                {label}
              </a>
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  );
}
