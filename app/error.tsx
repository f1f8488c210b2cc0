"use client";

import { type ErrorPageWords, errorWords } from "@/components/layout/error-words";

/** Words travel with the code: when this shows, the server may not be able to translate anything. */
export default function ErrorPage({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  const locale = typeof document === "undefined" ? "fr" : document.documentElement.lang;
  const contact =
    typeof document === "undefined" ? "" : document.documentElement.dataset["contact"];
  const words: ErrorPageWords = locale === "en" ? errorWords.en : errorWords.fr;
  return (
    <div className="wrap pt-10">
      <h1>{words.title}</h1>
      <p className="lead mt-3 max-w-measure">{words.lead}</p>
      {error.digest ? (
        <p className="small mt-4">
          {words.reference} {error.digest}
        </p>
      ) : null}
      {contact ? (
        <p className="small mt-2">
          {words.write} <a href={`mailto:${contact}`}>{contact}</a>
        </p>
      ) : null}
      <button className="btn btn-primary mt-6" type="button" onClick={reset}>
        {words.retry}
      </button>
    </div>
  );
}
