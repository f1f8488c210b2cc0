import { getTranslations } from "next-intl/server";
import type { NetworkSettings } from "@/lib/privacy/network-settings/schema";
import type { Recipient } from "@/lib/privacy/notices/schema";

type RecipientListProps = { recipients: Recipient[]; settings: NetworkSettings };

/** Whoever else handles personal data for the network, by name where the network has said it. */
export async function RecipientList({ recipients, settings }: RecipientListProps) {
  const [t, network] = await Promise.all([
    getTranslations("legal.recipients"),
    getTranslations("legal.network"),
  ]);
  const names = { hosting: settings.hostingName, mail: settings.mailProviderName };
  const nameOf = (recipient: Recipient) => {
    if (recipient.kind === "provider") return recipient.name;
    if (recipient.kind !== "hosting" && recipient.kind !== "mail") return "";
    return names[recipient.kind] || network("missing");
  };
  return (
    <ul>
      {recipients.map((recipient) => {
        const name = nameOf(recipient);
        return (
          <li key={`${recipient.kind} ${name}`}>
            <b>{t(`${recipient.kind}.title`, { name })}</b> {t(`${recipient.kind}.text`)}
          </li>
        );
      })}
    </ul>
  );
}
