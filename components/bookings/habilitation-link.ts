import { getLocale, getTranslations } from "next-intl/server";
import type { AlternativeLink } from "@/components/ui/action-form";
import type { NeededHabilitation } from "@/lib/bookings/requirements/queries";
import { localeOf } from "@/lib/core/locale";
import { nameIn } from "@/lib/members/habilitations/rules";

/** The way to the habilitation that a refusal names, its inductions and whom to ask; none for another refusal. */
export async function habilitationLinks(data: unknown): Promise<AlternativeLink[]> {
  const { habilitation }: Partial<NeededHabilitation> = data ?? {};
  if (!habilitation) return [];
  const [t, language] = await Promise.all([getTranslations("habilitations"), getLocale()]);
  const name = nameIn(habilitation.name, localeOf(language));
  return [{ href: `/habilitations/${habilitation.id}`, label: t("howTo", { name }) }];
}
