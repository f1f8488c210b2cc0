import { Check } from "lucide-react";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
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

/** A plain GET form, the answer is an address; themes and the rest are links that keep what is asked. */
export async function AgendaSearchForm({ search, path, spaces, communes }: AgendaSearchFormProps) {
  const t = await getTranslations("events.agenda.search");
  const kept = { theme: search.theme, ...keptOf(search) };
  return (
    <search>
      <form className="agenda-search" action={path} method="get" aria-label={t("label")}>
        {Object.entries(kept).map(([name, value]) =>
          value ? <input key={name} type="hidden" name={name} value={value} /> : null,
        )}
        <div className="field agenda-words">
          <label htmlFor="q">{t("text")}</label>
          <input
            className="input"
            type="search"
            id="q"
            name="q"
            maxLength={longestSearch}
            defaultValue={search.text}
          />
        </div>
        <Choice
          name="lieu"
          label={t("space")}
          any={t("anySpace")}
          chosen={search.space}
          options={spaces}
        />
        <Choice
          name="commune"
          label={t("commune")}
          any={t("anyCommune")}
          chosen={search.commune}
          options={communes}
        />
        <button className="btn btn-secondary min-h-12" type="submit">
          {t("submit")}
        </button>
      </form>
    </search>
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
  const hrefOf = (changes: Partial<AgendaSearch>) => addressOfAgenda(search, changes, path);
  return (
    <>
      <nav className="chips agenda-chips mt-4" aria-label={t("themes")}>
        {[null, ...eventThemes].map((theme) => (
          <Chip key={theme ?? "any"} href={hrefOf({ theme })} isChosen={search.theme === theme}>
            {theme ? themes(theme) : t("anyTheme")}
          </Chip>
        ))}
      </nav>
      <nav className="chips mt-2" aria-label={t("more")}>
        <Chip href={hrefOf({ isWeekend: !search.isWeekend })} isChosen={search.isWeekend}>
          {t("weekend")}
        </Chip>
        <Chip href={hrefOf({ isOpen: !search.isOpen })} isChosen={search.isOpen}>
          {t("open")}
        </Chip>
      </nav>
    </>
  );
}

type ChipProps = { href: string; isChosen: boolean; children: ReactNode };

function Chip({ href, isChosen, children }: ChipProps) {
  return (
    <a className="chip" href={href} aria-current={isChosen ? "true" : undefined}>
      {isChosen ? <Check size={16} strokeWidth={1.75} aria-hidden /> : null}
      {children}
    </a>
  );
}

type ChoiceProps = {
  name: string;
  label: string;
  any: string;
  chosen: string | null;
  options: Option[];
};

function Choice({ name, label, any, chosen, options }: ChoiceProps) {
  return (
    <div className="field">
      <label htmlFor={name}>{label}</label>
      <select className="input" id={name} name={name} defaultValue={chosen ?? ""}>
        <option value="">{any}</option>
        {options.map(({ value, label: words }) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
    </div>
  );
}
