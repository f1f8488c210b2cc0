import { getTranslations } from "next-intl/server";
import { PeopleField } from "@/components/bookings/people-field";
import { NearMe } from "@/components/map/near-me";
import type { Search } from "@/lib/bookings/searches/rules";
import { resourceFeatures } from "@/lib/spaces/schema";

type Commune = { insee: string; name: string; latitude: number; longitude: number };

type SearchFormProps = { search: Search; today: string; communes: Commune[] };

/** A plain GET form: the answer is an address one can keep or send. */
export async function SearchForm({ search, today, communes }: SearchFormProps) {
  const [t, features] = await Promise.all([
    getTranslations("home"),
    getTranslations("spaces.features"),
  ]);
  const { from, until } = search.typedHours;
  const isPrecise =
    `${from}${until}` !== "" || search.people !== null || search.features.length > 0;
  return (
    <form className="search" id="chercher" action="/" method="get" aria-labelledby="search-title">
      <h2 id="search-title">{t("searchTitle")}</h2>
      <div className="field">
        <label htmlFor="jour">{t("day")}</label>
        <input
          className="input"
          type="date"
          id="jour"
          name="jour"
          min={today}
          defaultValue={search.day}
        />
      </div>
      <div className="field">
        <label htmlFor="autour">{t("around")}</label>
        <select className="input" id="autour" name="autour" defaultValue={search.commune ?? ""}>
          <option value="">{t("anywhere")}</option>
          {communes.map((commune) => (
            <option key={commune.insee} value={commune.insee}>
              {commune.name}
            </option>
          ))}
        </select>
      </div>
      <div className="field">
        <label htmlFor="moment">{t("part")}</label>
        <select className="input" id="moment" name="moment" defaultValue={search.part}>
          <option value="day">{t("wholeDay")}</option>
          <option value="morning">{t("morning")}</option>
          <option value="afternoon">{t("afternoon")}</option>
        </select>
      </div>
      <div className="field">
        <label htmlFor="type">{t("kind")}</label>
        <select className="input" id="type" name="type" defaultValue={search.kind ?? ""}>
          <option value="">{t("anyKind")}</option>
          <option value="desk">{t("desk")}</option>
          <option value="office">{t("office")}</option>
          <option value="room">{t("room")}</option>
          <option value="booth">{t("booth")}</option>
          <option value="equipment">{t("equipment")}</option>
        </select>
      </div>
      <button className="btn btn-primary min-h-12" type="submit">
        {t("search")}
      </button>
      <details className="col-span-full -mt-2" open={isPrecise}>
        <summary className="inline-flex min-h-11 items-center">{t("more")}</summary>
        <div className="mt-2 flex flex-wrap items-end gap-x-6 gap-y-3">
          <TimeField name="de" label={t("from")} typed={from} />
          <TimeField name="a" label={t("until")} typed={until} />
          <PeopleField people={search.people} />
          <fieldset className="flex flex-wrap items-center gap-x-5">
            <legend>{t("features")}</legend>
            {resourceFeatures.map((feature) => (
              <label key={feature} className="inline-flex min-h-11 items-center gap-2">
                <input
                  type="checkbox"
                  name="atout"
                  value={feature}
                  defaultChecked={search.features.includes(feature)}
                />
                {features(feature)}
              </label>
            ))}
          </fieldset>
        </div>
      </details>
      <div className="col-span-full -mt-3">
        <NearMe
          communes={communes.map(({ insee, latitude, longitude }) => ({
            insee,
            latitude,
            longitude,
          }))}
          field="autour"
          label={t("nearMe")}
          failed={t("nearMeFailed")}
        />
      </div>
    </form>
  );
}

type TimeFieldProps = { name: string; label: string; typed: string };

function TimeField({ name, label, typed }: TimeFieldProps) {
  return (
    <div className="field">
      <label htmlFor={name}>{label}</label>
      <input className="input" type="time" id={name} name={name} step={900} defaultValue={typed} />
    </div>
  );
}
