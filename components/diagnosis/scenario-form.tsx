import { getTranslations } from "next-intl/server";
import { deskBounds } from "@/lib/surveys/diagnosis/scenarios/schema";

type ScenarioFormProps = {
  campaign: string;
  communes: { insee: string; name: string }[];
  /** As it was typed, right or wrong. */
  commune: string;
  desks: string;
  isWrong: boolean;
};

/** « Open at … with … desks »: a form that is an address, with or without scripts. */
export async function ScenarioForm({
  campaign,
  communes,
  commune,
  desks,
  isWrong,
}: ScenarioFormProps) {
  const t = await getTranslations("diagnosis");
  const wrong = isWrong ? { "aria-invalid": true, "aria-errormessage": "et-si-erreur" } : {};
  return (
    <form method="get" className="no-print mb-6 flex flex-wrap items-end gap-3">
      <input type="hidden" name="campagne" value={campaign} />
      <div className="field min-w-48">
        <label htmlFor="commune">{t("scenario.commune")}</label>
        <select
          id="commune"
          name="commune"
          className="input"
          defaultValue={commune}
          key={commune}
          {...wrong}
        >
          {communes.map(({ insee, name }) => (
            <option key={insee} value={insee}>
              {name}
            </option>
          ))}
        </select>
      </div>
      <div className="field">
        <label htmlFor="postes">{t("scenario.desks")}</label>
        <span id="postes-aide" className="hint">
          {t("scenario.desksHint", deskBounds)}
        </span>
        <input
          id="postes"
          name="postes"
          className="input"
          inputMode="numeric"
          maxLength={4}
          defaultValue={desks}
          key={desks}
          aria-describedby="postes-aide"
          {...wrong}
        />
      </div>
      <button type="submit" className="btn btn-primary">
        {t("scenario.ask")}
      </button>
      {isWrong ? (
        <p id="et-si-erreur" className="field-error w-full" role="alert">
          {t("scenario.invalid", deskBounds)}
        </p>
      ) : null}
    </form>
  );
}
