import { getTranslations } from "next-intl/server";
import type { NetworkSettingKey, NetworkSettings } from "@/lib/privacy/network-settings/schema";

type NetworkFactsProps = { settings: NetworkSettings; keys: readonly NetworkSettingKey[] };

/** Lines the network says of itself; one nobody wrote yet says that it is missing. */
export async function NetworkFacts({ settings, keys }: NetworkFactsProps) {
  const t = await getTranslations("legal.network");
  return (
    <ul>
      {keys.map((key) => (
        <li key={key}>
          <b>{t(`fields.${key}`)}</b> {settings[key] === "" ? t("missing") : settings[key]}
        </li>
      ))}
    </ul>
  );
}
