import { getLocale } from "next-intl/server";
import { localized } from "@/components/spaces/localized";
import { localeOf } from "@/lib/core/locale";
import { listHabilitations } from "@/lib/members/habilitations/queries";

/** What an induction may give, by name. */
export async function namedHabilitations(): Promise<{ id: string; name: string }[]> {
  const [habilitations, language] = await Promise.all([listHabilitations(), getLocale()]);
  const locale = localeOf(language);
  return habilitations.map(({ id, name }) => ({ id, name: localized(name, locale) }));
}
