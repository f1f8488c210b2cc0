type PageLinksProps = {
  label: string;
  /** « Page 2 sur 5 ». */
  current: string;
  previous: { label: string; href: string } | null;
  next: { label: string; href: string } | null;
};

/** The pages of a long list, one before and one after; nothing when there is one page. */
export function PageLinks({ label, current, previous, next }: PageLinksProps) {
  if (!previous && !next) return null;
  return (
    <nav className="mt-6 flex flex-wrap items-center gap-x-6 gap-y-2" aria-label={label}>
      {previous ? (
        <a className="btn btn-quiet" href={previous.href} rel="prev">
          {previous.label}
        </a>
      ) : null}
      <span className="small muted">{current}</span>
      {next ? (
        <a className="btn btn-quiet" href={next.href} rel="next">
          {next.label}
        </a>
      ) : null}
    </nav>
  );
}
