/** A script element of React's writing, in which « </script » never stands; not data for search engines. */
const scripts = /<script(?![^>]*\stype="application\/ld\+json")([^>]*)>(.*?)<\/script>/gs;
const scriptPreloads = /<link(?=[^>]*\srel="preload")(?=[^>]*\sas="script")[^>]*>/g;

/** The document without anything to run, nor to fetch for it. */
export function withoutScripts(html: string): string {
  return html.replace(scripts, "").replace(scriptPreloads, "");
}

/** The text of each script that stands in the document itself. */
export function inlineScripts(html: string): string[] {
  return [...html.matchAll(scripts)].flatMap(([, attributes = "", script = ""]) =>
    /\ssrc=/.test(attributes) ? [] : [script],
  );
}

/** Whether parts of the document come later and want a script to be put in their place. */
export function isInPieces(html: string): boolean {
  return /<template id="[BP]:/.test(html);
}
