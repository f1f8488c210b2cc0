import { getTranslations } from "next-intl/server";
import { NearMe } from "@/components/map/near-me";
import type { Search } from "@/lib/bookings/searches/rules";

type Commune = { insee: string; name: string; latitude: number; longitude: number };

type SearchFormProps = { search: Search; today: string; communes: Commune[] };

/** A plain GET form: the answer is an address one can keep or send. */
export async function SearchForm({ search, today, communes }: SearchFormProps) {
  const t = await getTranslations("home");
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
        </select>
      </div>
      <button className="btn btn-primary min-h-12" type="submit">
        {t("search")}
      </button>
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
