import { getTranslations } from "next-intl/server";
import { TextField } from "@/components/ui/text-field";
import { clockText } from "@/lib/core/day";
import type { WallWindow } from "@/lib/surveys/campaigns/schema";

/** When a campaign is open, as native dates and times; the last minute is included. */
export async function WindowFields({ window }: { window: WallWindow | null }) {
  const t = await getTranslations("campaigns.form");
  return (
    <>
      <div className="campaign-moment">
        <TextField
          name="firstDay"
          type="date"
          label={t("firstDay")}
          defaultValue={window?.firstDay ?? ""}
        />
        <TextField
          name="firstTime"
          type="time"
          label={t("firstTime")}
          defaultValue={clockText(window?.firstMinute ?? 0)}
        />
      </div>
      <div className="campaign-moment">
        <TextField
          name="lastDay"
          type="date"
          label={t("lastDay")}
          defaultValue={window?.lastDay ?? ""}
        />
        <TextField
          name="lastTime"
          type="time"
          label={t("lastTime")}
          defaultValue={clockText(window?.lastMinute ?? 1_439)}
        />
      </div>
      <p className="hint">{t("zone")}</p>
    </>
  );
}
