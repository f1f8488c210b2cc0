import { getTranslations } from "next-intl/server";
import type { HostWeek } from "@/lib/bookings/weeks/queries";
import { cellsOf } from "@/lib/bookings/weeks/rules";
import type { Day } from "@/lib/core/day";
import { freeCellAddress } from "./cell-address";
import type { Wording } from "./entry-words";

type FreePlacesProps = {
  week: HostWeek;
  wording: Wording;
  at: Date;
  day: Day;
  personId: string;
};

/** What is free of a day, folded, each a link to its being booked for that person. */
export async function FreePlaces({ week, wording: { t }, at, day, personId }: FreePlacesProps) {
  const parts = await getTranslations("board.parts");
  const facts = { ...week, calendar: week.space.calendar };
  const free = week.space.resources.flatMap((resource) =>
    cellsOf(resource, [day], facts, at)
      .filter(({ state }) => state === "free")
      .map(({ part }) => ({ resource, part })),
  );
  if (free.length === 0) return null;
  return (
    <details>
      <summary>{t("week.freePlaces", { count: free.length })}</summary>
      <ul>
        {free.map(({ resource, part }) => {
          const place = { resourceId: resource.id, day, part };
          return (
            <li key={`${resource.id} ${part}`}>
              <a href={freeCellAddress(week.space.slug, place, personId)}>
                {resource.name}, {parts(part)}
              </a>
            </li>
          );
        })}
      </ul>
    </details>
  );
}
