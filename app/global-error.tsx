"use client";

import { errorWords } from "@/components/layout/error-words";
import "./globals.css";

/** The frame itself failed: the same few sentences, without it. */
export default function GlobalErrorPage({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  const words = errorWords.fr;
  return (
    <html lang="fr">
      <body>
        <title>{words.title}</title>
        <main className="wrap pt-10">
          <h1>{words.title}</h1>
          <p className="lead mt-3 max-w-measure">{words.lead}</p>
          {error.digest ? (
            <p className="small mt-4">
              {words.reference} {error.digest}
            </p>
          ) : null}
          <button className="btn btn-primary mt-6" type="button" onClick={reset}>
            {words.retry}
          </button>
        </main>
      </body>
    </html>
  );
}
