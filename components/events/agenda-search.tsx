import { getTranslations } from "next-intl/server";
import { ChipLinks } from "@/components/ui/chip-links";
import { SearchForm } from "@/components/ui/search-form";
import { addressOfAgenda } from "@/lib/events/listings/rules";
import { type AgendaSearch, longestSearch } from "@/lib/events/listings/schema";
import { eventThemes } from "@/lib/events/schema";

type Option = { value: string; label: string };

type AgendaSearchFormProps = {
  search: AgendaSearch;
  path: string;
  spaces: Option[];
  communes: Option[];
};

/** Words, a place and a commune; themes and the rest are links that keep what is asked. */
export async function AgendaSearchForm({ search, path, spaces, communes }: AgendaSearchFormProps) {
  const t = await getTranslations("events.agenda.search");
  const { text: value, space, commune } = search;
  return (
    <SearchForm
      className="agenda-search"
      action={path}
      label={t("label")}
      kept={{ theme: search.theme, ...keptOf(search) }}
      words={{ label: t("text"), value, maxLength: longestSearch, className: "agenda-words" }}
      choices={[
        { name: "lieu", label: t("space"), any: t("anySpace"), chosen: space, options: spaces },
        {
          ...{ name: "commune", label: t("commune"), any: t("anyCommune") },
          ...{ chosen: commune, options: communes },
        },
      ]}
      submit={t("submit")}
    />
  );
}

/** What the fields do not say and a search keeps. */
function keptOf({ isWeekend, isOpen, month }: AgendaSearch) {
  return {
    quand: isWeekend ? "week-end" : null,
    inscription: isOpen ? "sans" : null,
    vue: month ? "mois" : null,
    mois: month ? month.slice(0, 7) : null,
  };
}

/** Themes, this week-end, without registration: each a link that asks for it or no longer does. */
export async function AgendaChips({ search, path }: { search: AgendaSearch; path: string }) {
  const [t, themes] = await Promise.all([
    getTranslations("events.agenda.search"),
    getTranslations("events.themes"),
  ]);
  const { isWeekend, isOpen } = search;
  const hrefOf = (changes: Partial<AgendaSearch>) => addressOfAgenda(search, changes, path);
  return (
    <>
      <ChipLinks
        label={t("themes")}
        className="agenda-chips mt-4"
        chips={[null, ...eventThemes].map((theme) => ({
          href: hrefOf({ theme }),
          label: theme ? themes(theme) : t("anyTheme"),
          isChosen: search.theme === theme,
        }))}
      />
      <ChipLinks
        label={t("more")}
        className="mt-2"
        chips={[
          { href: hrefOf({ isWeekend: !isWeekend }), label: t("weekend"), isChosen: isWeekend },
          { href: hrefOf({ isOpen: !isOpen }), label: t("open"), isChosen: isOpen },
        ]}
      />
    </>
  );
}
