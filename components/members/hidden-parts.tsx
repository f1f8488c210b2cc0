import { getTranslations } from "next-intl/server";
import { Message } from "@/components/ui/message";
import type { ProfilePart } from "@/lib/members/audiences/schema";

type HiddenPartsProps = { parts: ProfilePart[]; reason: string | null };

/** Told to its owner alone: what moderators hid of their profile, and why. Nothing when nothing is. */
export async function HiddenParts({ parts, reason }: HiddenPartsProps) {
  if (parts.length === 0) return null;
  const t = await getTranslations("profile");
  return (
    <div className="mb-5">
      <Message tone="warn">
        {parts.map((part) => (
          <p key={part}>{t(`moderated.${part}`)}</p>
        ))}
        <p className="wrap-anywhere">{t("moderated.reason", { reason: reason ?? "" })}</p>
      </Message>
    </div>
  );
}
