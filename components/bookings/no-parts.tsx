import { getTranslations } from "next-intl/server";
import { Message } from "@/components/ui/message";
import { dayOfHoursAddress } from "@/lib/bookings/addresses/rules";
import type { Search } from "@/lib/bookings/searches/rules";
import type { Space } from "@/lib/spaces/queries";

type NoPartsProps = { space: Space; search: Search; desk: string };

/** No place of that kind goes by the half-day or the day here: it goes by the hour, or there is none. */
export async function NoParts({ space, search, desk }: NoPartsProps) {
  const t = await getTranslations("bookings");
  const byHour = space.resources.filter(
    (resource) => search.kinds.includes(resource.kind) && resource.modes.includes("hour"),
  );
  const [first] = byHour;
  const kind = search.kind ?? "any";
  return (
    <div>
      <Message tone="warn" role="alert">
        {first ? t("onlyByHour", { kind }) : t("noneHere", { kind })}
      </Message>
      <p className="mt-1">
        <a
          className="inline-flex min-h-11 items-center"
          href={
            first
              ? dayOfHoursAddress({
                  slug: space.slug,
                  day: search.day,
                  resource: byHour.find(({ id }) => id === desk) ?? first,
                  people: search.people,
                })
              : `/lieux/${space.slug}`
          }
        >
          {first ? t("otherWay", { way: "hour" }) : t("seePlace")}
        </a>
      </p>
    </div>
  );
}
