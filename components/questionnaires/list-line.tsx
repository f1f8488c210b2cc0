import { getTranslations } from "next-intl/server";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import type { Locale } from "@/lib/core/locale";
import { lineField } from "@/lib/surveys/edits/forms/rules";
import type { Line } from "@/lib/surveys/edits/lists/rules";
import type { WeightName } from "@/lib/surveys/edits/schema";
import { OrderButtons } from "./order-buttons";

type ListLineProps = {
  line: Line;
  number: number;
  /** Before the names in ids: a question may have two lists. */
  scope: string;
  weights: WeightName[];
  mayBeAlone: boolean;
  locale: Locale;
};

/** One line of a list: its words, whether it goes with others, its figures, its place. */
export async function ListLine({ line, number, scope, weights, ...props }: ListLineProps) {
  const { mayBeAlone, locale } = props;
  const t = await getTranslations("questionnaires");
  const { value, label } = line;
  const name = label[locale];
  const figure = (weight: number | undefined) =>
    weight === undefined ? "" : String(weight).replace(".", locale === "fr" ? "," : ".");
  return (
    <li className="list-line">
      <div className="two-languages">
        <TextField
          name={lineField.fr(value)}
          id={scope + lineField.fr(value)}
          label={t("fields.lineFr", { number })}
          defaultValue={label.fr}
          maxLength={600}
          autoComplete="off"
        />
        <TextField
          name={lineField.en(value)}
          id={scope + lineField.en(value)}
          label={t("fields.lineEn", { number })}
          defaultValue={label.en}
          maxLength={600}
          autoComplete="off"
        />
        {weights.map((weight) => (
          <TextField
            key={weight}
            name={lineField.weight(weight, value)}
            id={scope + lineField.weight(weight, value)}
            label={t(`weights.${weight}`)}
            defaultValue={figure(line[weight])}
            maxLength={20}
          />
        ))}
      </div>
      <div className="list-line-foot">
        {mayBeAlone ? (
          <label className="check-line">
            <input
              type="checkbox"
              name={lineField.exclusive(value)}
              value="1"
              defaultChecked={line.exclusive ?? false}
            />
            <span>{t("fields.alone")}</span>
          </label>
        ) : null}
        <OrderButtons
          name="press"
          up={`up ${value}`}
          down={`down ${value}`}
          words={{ up: t("order.up", { name }), down: t("order.down", { name }), working: "…" }}
        />
        <SubmitButton
          name="press"
          value={`remove ${value}`}
          className="btn btn-quiet"
          pending={t("saving")}
          label={t("order.remove", { name })}
        >
          {t("remove")}
        </SubmitButton>
      </div>
    </li>
  );
}
