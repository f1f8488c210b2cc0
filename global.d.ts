import type { Locale } from "@/lib/core/locale";
import type { fr } from "@/messages/fr";

declare module "next-intl" {
  interface AppConfig {
    Locale: Locale;
    Messages: typeof fr;
  }
}
