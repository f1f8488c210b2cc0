import { Check } from "lucide-react";
import { getTranslations } from "next-intl/server";
import type { DirectorySearch } from "@/lib/members/directory/schema";
import { situations } from "@/lib/members/profiles/schema";
import { themes } from "@/lib/members/themes/schema";
import { directoryAddress } from "./directory-address";

type DirectoryFormProps = {
  search: DirectorySearch;
  communes: { insee: string; name: string }[];
  spaces: { slug: string; name: string }[];
  today: string;
};

/** A plain GET form: a search is an address; the areas are links that keep the rest of it. */
export async function DirectoryForm({ search, communes, spaces, today }: DirectoryFormProps) {
  const t = await getTranslations("directory");
  const places = communes.map(({ insee, name }) => ({ value: insee, label: name }));
  return (
    <>
      <search>
        <form className="directory-search" action="/membres" method="get">
          <div className="field">
            <label htmlFor="q">{t("need")}</label>
            <input
              className="input"
              type="search"
              id="q"
              name="q"
              maxLength={100}
              defaultValue={search.q}
            />
          </div>
          <Choice
            name="autour"
            label={t("around")}
            none={t("anywhere")}
            options={places}
            chosen={search.autour}
          />
          <button className="btn btn-secondary" type="submit">
            {t("search")}
          </button>
          {search.domaine ? <input type="hidden" name="domaine" value={search.domaine} /> : null}
          <More search={search} places={places} spaces={spaces} today={today} />
        </form>
      </search>
      <ThemeLinks search={search} />
    </>
  );
}

type ChoiceProps = {
  name: string;
  label: string;
  none: string;
  options: { value: string; label: string }[];
  chosen: string | null;
};

function Choice({ name, label, none, options, chosen }: ChoiceProps) {
  return (
    <div className="field">
      <label htmlFor={name}>{label}</label>
      <select className="input" id={name} name={name} defaultValue={chosen ?? ""}>
        <option value="">{none}</option>
        {options.map(({ value, label: text }) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </div>
  );
}

type MoreProps = Pick<DirectoryFormProps, "search" | "spaces" | "today"> & {
  places: ChoiceProps["options"];
};

async function More({ search, places, spaces, today }: MoreProps) {
  const [t, profile] = await Promise.all([
    getTranslations("directory"),
    getTranslations("profile.situations"),
  ]);
  const { competence, situation, commune, lieu, le } = search;
  const isPrecise = competence !== "" || [situation, commune, lieu, le].some((said) => said);
  return (
    <details className="directory-more" open={isPrecise}>
      <summary className="inline-flex min-h-11 items-center">{t("more")}</summary>
      <div className="directory-criteria">
        <div className="field">
          <label htmlFor="competence">{t("skill")}</label>
          <input
            className="input"
            id="competence"
            name="competence"
            maxLength={100}
            defaultValue={competence}
            aria-describedby="competence-hint"
          />
          <span id="competence-hint" className="hint">
            {t("skillHint")}
          </span>
        </div>
        <Choice
          name="situation"
          label={t("situation")}
          none={t("anySituation")}
          options={situations.map((value) => ({ value, label: profile(value) }))}
          chosen={situation}
        />
        <Choice
          name="commune"
          label={t("commune")}
          none={t("anyCommune")}
          options={places}
          chosen={commune}
        />
        <Choice
          name="lieu"
          label={t("space")}
          none={t("anySpace")}
          options={spaces.map(({ slug, name }) => ({ value: slug, label: name }))}
          chosen={lieu}
        />
        <div className="field">
          <label htmlFor="le">{t("hereOn")}</label>
          <input
            className="input"
            type="date"
            id="le"
            name="le"
            min={today}
            defaultValue={le ?? ""}
            aria-describedby="le-hint"
          />
          <span id="le-hint" className="hint">
            {t("hereOnHint")}
          </span>
        </div>
      </div>
    </details>
  );
}

async function ThemeLinks({ search }: { search: DirectorySearch }) {
  const [t, names] = await Promise.all([
    getTranslations("directory"),
    getTranslations("mutualHelp.themes"),
  ]);
  const chips = [
    { theme: null, label: t("all") },
    ...themes.map((theme) => ({ theme, label: names(theme) })),
  ];
  return (
    <nav aria-label={t("themes")}>
      <ul className="chips py-3">
        {chips.map(({ theme, label }) => {
          const isChosen = search.domaine === theme;
          return (
            <li key={label}>
              <a
                className="chip"
                href={directoryAddress({ ...search, domaine: theme, page: 1 })}
                aria-current={isChosen ? "true" : undefined}
              >
                {isChosen ? <Check size={16} strokeWidth={2} aria-hidden /> : null}
                {label}
              </a>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
