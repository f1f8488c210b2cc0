import type { PosterName } from "@/lib/spaces/schema";
import { drawings } from "./drawings";

type PosterProps = { name: PosterName; label: string; note?: string };

/** Stands in for a photograph; `note` says so. Becomes a night scene in the dark theme by itself. */
export function Poster({ name, label, note }: PosterProps) {
  return (
    <>
      <span className="poster">
        <svg
          viewBox="0 0 600 400"
          preserveAspectRatio="xMidYMid slice"
          role="img"
          aria-label={label}
          // biome-ignore lint/security/noDangerouslySetInnerHtml: our own drawing, a constant of the code
          dangerouslySetInnerHTML={{ __html: drawings[name] }}
        />
      </span>
      {note ? <span className="poster-note">{note}</span> : null}
    </>
  );
}
