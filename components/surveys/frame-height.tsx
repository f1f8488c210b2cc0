"use client";

import { useEffect } from "react";

/**
 * Tells the partner's page, and no other, how tall this one is: its height and that a page is new, never
 * an answer.
 */
export function FrameHeight({ origin }: { origin: string }) {
  useEffect(() => {
    const page = document.querySelector(".survey-frame");
    if (!page || window.parent === window) return;
    let isNew = true;
    const tell = () => {
      const height = Math.ceil(page.getBoundingClientRect().height);
      window.parent.postMessage({ kind: "cowloting-survey", height, isNew }, origin);
      isNew = false;
    };
    const observer = new ResizeObserver(tell);
    observer.observe(page);
    return () => observer.disconnect();
  });
  return null;
}
