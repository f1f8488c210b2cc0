import { getTranslations } from "next-intl/server";
import { Message } from "@/components/ui/message";
import type { HostDay } from "@/lib/bookings/host-days/queries";

/** Says who has just been welcomed without a booking; nothing for any other identifier. */
export async function Welcomed({ hostDay, bookingId }: { hostDay: HostDay; bookingId: string }) {
  const entry = hostDay.entries.find(({ id, isWalkIn }) => isWalkIn && id === bookingId);
  if (!entry) return null;
  const t = await getTranslations("host");
  return (
    <Message tone="ok" role="status">
      {t("welcomed", { name: entry.name, resource: entry.resource.name })}
    </Message>
  );
}
