import { getTranslations } from "next-intl/server";
import { Message } from "@/components/ui/message";
import type { Alternative } from "@/lib/bookings/alternatives/rules";
import { AlternativesList } from "../alternatives-list";

/**
 * The hours asked for cannot be had. Said by the page itself: without JavaScript a refused form comes
 * back as a page where its choice no longer exists, and its own sentence with it.
 */
export async function HoursGone({ alternatives }: { alternatives: Alternative[] }) {
  const t = await getTranslations("hours");
  return (
    <div className="grid gap-3">
      <Message tone="warn" role="alert">
        {t("gone")}
      </Message>
      <AlternativesList alternatives={alternatives} />
    </div>
  );
}
