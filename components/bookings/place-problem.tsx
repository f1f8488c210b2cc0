import { getTranslations } from "next-intl/server";
import { Message } from "@/components/ui/message";
import { bookingAddress, dayOfHoursAddress } from "@/lib/bookings/addresses/rules";
import type { BookingPart } from "@/lib/bookings/schema";
import { decidePlace } from "@/lib/bookings/searches/rules";
import type { Day } from "@/lib/core/day";
import type { Space, SpaceResource } from "@/lib/spaces/queries";
import type { BookingMode } from "@/lib/spaces/schema";

type PlaceProblemProps = { space: Space; day: Day; part: BookingPart; desk: string };

/** Why the place named in the address cannot be chosen below, and how it is booked; nothing when it can. */
export async function PlaceProblem({ space, day, part, desk }: PlaceProblemProps) {
  const problem = decidePlace(space.resources, desk, { day, part });
  const named = space.resources.find(({ id }) => id === desk);
  if (!problem) return null;
  const t = await getTranslations("bookings");
  if (problem === "not_bookable" || !named) {
    return (
      <Message tone="warn" role="alert">
        {t("placeUnknown")}
      </Message>
    );
  }
  return (
    <div>
      <Message tone="warn" role="alert">
        {t("otherMode", { resource: named.name, part })}
      </Message>
      <ul className="mt-1 flex flex-wrap gap-x-6">
        {named.modes.map((mode) => (
          <li key={mode}>
            <a
              className="inline-flex min-h-11 items-center"
              href={wayOf(mode, space.slug, day, named)}
            >
              {t("otherWay", { way: mode })}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}

function wayOf(mode: BookingMode, slug: string, day: Day, resource: SpaceResource): string {
  if (mode === "hour") return dayOfHoursAddress({ slug, day, resource });
  return bookingAddress({ slug, day, part: mode === "day" ? "day" : "morning", resource });
}
