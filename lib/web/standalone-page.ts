import { localeOf, preferredLocale } from "@/lib/core/locale";
import english from "@/messages/en/errors.json" with { type: "json" };
import french from "@/messages/fr/errors.json" with { type: "json" };

const secondsToRetry = 5;

type StandaloneWords = "unavailable" | "otherSite" | "tooLarge" | "unreadable";
export type StandalonePage = { status: 400 | 403 | 413 | 415 | 503; words: StandaloneWords };

/** A page that needs nothing, neither Postgres nor Next: a sentence, a status; 503 says when to try again. */
export function standalonePage(
  { status, words }: StandalonePage,
  reader: { nonce: string; chosenLocale: string | undefined; acceptLanguage: string | null },
): Response {
  const { nonce, chosenLocale, acceptLanguage } = reader;
  const locale = chosenLocale ? localeOf(chosenLocale) : preferredLocale(acceptLanguage);
  const messages = locale === "en" ? english : french;
  const { title, lead, next } = messages[words];
  const again = messages.retry;
  const retry = status === 503;
  const page = `<!doctype html>
<html lang="${locale}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} – Cowloting</title>
<style nonce="${nonce}">
:root{color-scheme:light dark}
body{margin:0;min-height:100vh;display:grid;place-content:center;padding:1.5rem;background:#f1f1eb;color:#2d1923;font:1.125rem/1.5 "Gill Sans Nova","Trebuchet MS",system-ui,sans-serif}
main{max-width:34rem}h1{margin:0 0 1rem;font:600 2.25rem/1.1 "Iowan Old Style","Palatino Linotype",Georgia,serif}
svg{display:block;margin-bottom:2rem}a{display:inline-block;padding:.6rem 0;color:inherit}
@media (prefers-color-scheme:dark){body{background:#190f14;color:#edede6}}
</style></head>
<body><main>
<svg width="180" height="46" viewBox="0 0 180 46" aria-hidden="true"><path d="M2 10h76c6 0 8 3 6 7-2 3-5 6-5 10 0 6 5 10 11 10s11-4 11-10c0-4-3-7-5-10-2-4 0-7 6-7h76" fill="none" stroke="#2e8b8e" stroke-width="4" stroke-linecap="round"/></svg>
<h1>${title}</h1>
<p>${lead}</p>
<p>${next}</p>
${retry ? `<p><a href="">${again}</a></p>` : ""}
</main></body></html>`;
  return new Response(page, {
    status,
    headers: {
      "content-type": "text/html; charset=utf-8",
      "cache-control": "no-store",
      ...(retry ? { "retry-after": String(secondsToRetry) } : {}),
    },
  });
}
