import { getTranslations } from "next-intl/server";
import { Message } from "@/components/ui/message";
import type { Search } from "@/lib/bookings/searches/rules";

/** Why the hours typed are not those looked for, with what was typed; nothing when they are. */
export async function HoursProblem({ search }: { search: Search }) {
  const { hoursProblem, typedHours, part } = search;
  if (hoursProblem === null) return null;
  const t = await getTranslations("home");
  return (
    <div className="my-6">
      <Message tone="warn" role="alert">
        {t("problemHours", { problem: hoursProblem, ...typedHours, part })}
      </Message>
    </div>
  );
}
