/** Made once, when the release is built: what a static page costs, to be divided by (npm run bench). */
export const dynamic = "force-static";

export async function GET(): Promise<Response> {
  const page = `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Mesure</title></head><body><h1>Mesure</h1>${"<p>Rien à lire ici.</p>".repeat(100)}</body></html>`;
  return new Response(page, { headers: { "content-type": "text/html; charset=utf-8" } });
}
