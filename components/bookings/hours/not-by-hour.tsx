import { getTranslations } from "next-intl/server";
import { Message } from "@/components/ui/message";
import { bookingAddress } from "@/lib/bookings/addresses/rules";
import type { Day } from "@/lib/core/day";
import type { SpaceResource } from "@/lib/spaces/queries";

type NotByHourProps = { slug: string; day: Day; named: SpaceResource | null };

/** The place asked for does not go by the hour: how it is booked instead, or that it is not here. */
export async function NotByHour({ slug, day, named }: NotByHourProps) {
  const t = await getTranslations("hours");
  if (!named) {
    return (
      <Message tone="warn" role="alert">
        {t("unknown")}
      </Message>
    );
  }
  const part = named.modes.includes("half_day") ? "morning" : "day";
  return (
    <div className="grid gap-3">
      <Message tone="warn" role="alert">
        {t("notByHour", { resource: named.name })}
      </Message>
      <p>
        <a
          className="inline-flex min-h-11 items-center"
          href={bookingAddress({ slug, day, part, resource: named })}
        >
          {t(part === "day" ? "byDay" : "byHalfDay", { resource: named.name })}
        </a>
      </p>
    </div>
  );
}
