import { getTranslations } from "next-intl/server";
import { Message } from "@/components/ui/message";

type HeldNoteProps = {
  slug: string;
  /** Nothing is drawn of none. */
  days: number | undefined;
};

/** On figures of a campaign of which some days are held: they are in none, and where that is decided. */
export async function HeldNote({ slug, days = 0 }: HeldNoteProps) {
  const t = await getTranslations("campaigns.bursts");
  return days === 0 ? null : (
    <Message tone="warn">
      {t("note", { count: days })}{" "}
      <a href={`/pilotage/enquete/campagne/${slug}#afflux`}>{t("decide")}</a>
    </Message>
  );
}
