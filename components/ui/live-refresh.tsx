"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

type LiveRefreshProps = {
  /** Answers 200 with an ETag, or 304 as long as nothing changed. */
  address: string;
  seconds?: number;
};

/**
 * Redraws the page when somebody else changed what it shows. Asked again and again rather than told by an
 * open connection: nothing is kept in the process, any replica answers, a poor line that drops costs one
 * question, and a 304 is a hundred bytes. A hidden tab asks nothing; the focus stays where it is.
 */
export function LiveRefresh({ address, seconds = 15 }: LiveRefreshProps) {
  const router = useRouter();
  useEffect(() => {
    let etag: string | null = null;
    let isAsking = false;
    const ask = async () => {
      if (document.hidden || isAsking) return;
      isAsking = true;
      const seen = await versionOf(address, etag);
      isAsking = false;
      if (seen && etag && seen !== etag) router.refresh();
      etag = seen ?? etag;
    };
    const askNow = () => void ask();
    askNow();
    const timer = setInterval(askNow, seconds * 1000);
    document.addEventListener("visibilitychange", askNow);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", askNow);
    };
  }, [address, seconds, router]);
  return null;
}

/** The ETag of what is there now; null when nothing changed, or when nobody answers: the next question may have more luck. */
async function versionOf(address: string, known: string | null): Promise<string | null> {
  try {
    // The browser's own cache would answer for the server.
    const headers: Record<string, string> = known ? { "if-none-match": known } : {};
    const response = await fetch(address, { headers, cache: "no-store" });
    return response.ok ? response.headers.get("etag") : null;
  } catch {
    return null;
  }
}
