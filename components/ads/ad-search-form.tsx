import { Check } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { type AdSearch, addressOfSearch } from "@/lib/members/ads/rules";
import { adKinds, longestSearch } from "@/lib/members/ads/schema";
import { themes } from "@/lib/members/themes/schema";

type AdSearchFormProps = { search: AdSearch; places: { value: string; label: string }[] };

/** A plain GET form, the answer is an address; the fields are links that keep the rest. */
export async function AdSearchForm({ search, places }: AdSearchFormProps) {
  const [t, kinds, names] = await Promise.all([
    getTranslations("ads.search"),
    getTranslations("ads.kinds"),
    getTranslations("mutualHelp.themes"),
  ]);
  return (
    <>
      <search>
        <form className="help-search" action="/annonces" method="get" aria-label={t("label")}>
          {search.theme ? <input type="hidden" name="theme" value={search.theme} /> : null}
          <div className="field">
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
            name="type"
            label={t("kind")}
            any={t("anyKind")}
            chosen={search.kind}
            options={adKinds.map((kind) => ({ value: kind, label: kinds(kind) }))}
          />
          <Choice
            name="lieu"
            label={t("place")}
            any={t("anywhere")}
            chosen={search.place}
            options={places}
          />
          <button className="btn btn-secondary min-h-12" type="submit">
            {t("submit")}
          </button>
        </form>
      </search>
      <nav className="chips mt-4" aria-label={t("themes")}>
        {[null, ...themes].map((theme) => {
          const isChosen = search.theme === theme;
          return (
            <a
              key={theme ?? "any"}
              className="chip"
              href={addressOfSearch(search, { theme })}
              aria-current={isChosen ? "true" : undefined}
            >
              {isChosen ? <Check size={16} strokeWidth={1.75} aria-hidden /> : null}
              {theme ? names(theme) : t("anyTheme")}
            </a>
          );
        })}
      </nav>
    </>
  );
}

type ChoiceProps = {
  name: string;
  label: string;
  any: string;
  chosen: string | null;
  options: { value: string; label: string }[];
};

function Choice({ name, label, any, chosen, options }: ChoiceProps) {
  return (
    <div className="field">
      <label htmlFor={name}>{label}</label>
      <select className="input" id={name} name={name} defaultValue={chosen ?? ""}>
        <option value="">{any}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}
