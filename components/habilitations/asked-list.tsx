import { getLocale, getTranslations } from "next-intl/server";
import { localeOf } from "@/lib/core/locale";
import type { Habilitation } from "@/lib/members/habilitations/queries";
import { nameIn } from "@/lib/members/habilitations/rules";

type AskedListProps = {
  resources: readonly { name: string; habilitationId: string | null }[];
  habilitations: readonly Habilitation[];
};

/** What of a space is booked with a habilitation, and the way to each; nothing when nothing is. */
export async function AskedList({ resources, habilitations }: AskedListProps) {
  const asked = habilitations.flatMap((habilitation) => {
    const own = resources.filter(({ habilitationId }) => habilitationId === habilitation.id);
    return own.length > 0 ? [{ habilitation, names: own.map(({ name }) => name).join(", ") }] : [];
  });
  if (asked.length === 0) return null;
  const [t, language] = await Promise.all([getTranslations("habilitations"), getLocale()]);
  return (
    <ul className="mt-4 grid gap-1">
      {asked.map(({ habilitation: { id, name }, names }) => (
        <li key={id}>
          <b>{names}</b>
          {". "}
          <a href={`/habilitations/${id}`}>
            {t("asked", { name: nameIn(name, localeOf(language)) })}
          </a>
        </li>
      ))}
    </ul>
  );
}
