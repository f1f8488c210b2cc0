import { getTranslations } from "next-intl/server";
import { SelectField } from "@/components/ui/select-field";
import { TextField } from "@/components/ui/text-field";

type PeopleFieldsProps = { mostPeople: number; asksNames: boolean };

/** How many come, and where names are asked a line for each: shown all at once, nothing needs a script. */
export async function PeopleFields({ mostPeople, asksNames }: PeopleFieldsProps) {
  const t = await getTranslations("eventsRegister.form");
  if (mostPeople === 1) return <input type="hidden" name="quantity" value="1" />;
  const counts = Array.from({ length: mostPeople }, (_, index) => String(index + 1));
  return (
    <>
      <SelectField
        name="quantity"
        label={t("quantity")}
        options={counts.map((count) => ({ value: count, label: count }))}
        defaultValue="1"
      />
      {asksNames ? (
        <fieldset className="grid gap-4" aria-describedby="others-hint">
          <legend className="font-bold">{t("others")}</legend>
          <p id="others-hint" className="hint">
            {t("othersHint")}
          </p>
          {counts.slice(1).map((rank) => (
            <TextField
              key={rank}
              name={`name-${rank}`}
              label={t("other", { rank: Number(rank) })}
              maxLength={80}
              autoComplete="off"
            />
          ))}
        </fieldset>
      ) : null}
    </>
  );
}
