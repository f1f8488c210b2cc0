import type { EventView } from "@/lib/events/queries";
import { structuredEvent } from "@/lib/events/structured-data/rules";

/** What search engines read of an event (schema.org Event), the same facts as the page. */
export function EventData({ event, origin }: { event: EventView; origin: string }) {
  // A closing tag inside a text must not end the script.
  const json = JSON.stringify(structuredEvent(event, origin)).replaceAll("<", "\\u003c");
  return (
    // biome-ignore lint/security/noDangerouslySetInnerHtml: JSON of ours, its « < » escaped; data, never run
    <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: json }} />
  );
}
