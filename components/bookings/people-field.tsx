import { getTranslations } from "next-intl/server";

/** How many will come, as a native number; left empty, any place will do. */
export async function PeopleField({ people }: { people: number | null }) {
  const t = await getTranslations("hours");
  return (
    <div className="field">
      <label htmlFor="personnes">{t("people")}</label>
      <input
        className="input w-24"
        type="number"
        id="personnes"
        name="personnes"
        min={1}
        max={99}
        inputMode="numeric"
        defaultValue={people ?? ""}
      />
    </div>
  );
}
