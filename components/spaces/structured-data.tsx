import type { Space } from "@/lib/spaces/queries";

const weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/** What search engines read of a space (schema.org LocalBusiness), the same facts as the page. */
export function StructuredData({ space, url }: { space: Space; url: string }) {
  const data = {
    "@context": "https://schema.org",
    "@type": "LocalBusiness",
    additionalType: "https://www.wikidata.org/wiki/Q1519986",
    name: space.name,
    description: space.texts.summary.fr,
    url,
    address: {
      "@type": "PostalAddress",
      streetAddress: space.street,
      postalCode: space.postalCode,
      addressLocality: space.commune.name,
      addressCountry: "FR",
    },
    geo: { "@type": "GeoCoordinates", latitude: space.latitude, longitude: space.longitude },
    // The vocabulary has no word for every second week nor for school holidays: those are left to the page.
    openingHoursSpecification: space.calendar.rules
      .filter(({ everyWeeks, season }) => everyWeeks === 1 && season === "always")
      .map((rule) => ({
        "@type": "OpeningHoursSpecification",
        dayOfWeek: `https://schema.org/${weekdays[rule.weekday - 1]}`,
        opens: clock(rule.startMinute),
        closes: clock(rule.endMinute),
      })),
  };
  // A closing tag inside a text must not end the script.
  const json = JSON.stringify(data).replaceAll("<", "\\u003c");
  return (
    // biome-ignore lint/security/noDangerouslySetInnerHtml: JSON of ours, its « < » escaped; data, never run
    <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: json }} />
  );
}

function clock(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
}
