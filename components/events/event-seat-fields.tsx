import { getTranslations } from "next-intl/server";
import { CheckList } from "@/components/ui/check-list";
import { ChoiceList } from "@/components/ui/choice-list";
import { NumberField } from "@/components/ui/number-field";
import { Section } from "@/components/ui/section";
import { SelectField } from "@/components/ui/select-field";
import { TextField } from "@/components/ui/text-field";
import type { EventFields } from "@/lib/events/editing/schema";
import { priceRows } from "@/lib/events/forms/rows/schema";
import { offerLengths, type PriceKind, priceKinds } from "@/lib/events/forms/schema";
import { longest } from "@/lib/events/schema";

type Fields = { fields: EventFields };

/** Whether one registers, how many may, and from when to when. */
export async function SeatFields({ fields }: Fields) {
  const t = await getTranslations("eventsEdit.form");
  const lengths = offerLengths.map((minutes) => ({
    value: String(minutes),
    label: t("offerLengths.hours", { count: minutes / 60 }),
  }));
  return (
    <Section id="places" title={t("seats")} className="mt-6">
      <div className="grid gap-5">
        <ChoiceList
          name="needsRegistration"
          legend={t("needsRegistration")}
          options={[
            { value: "yes", label: t("needsYes") },
            { value: "no", label: t("needsNo") },
          ]}
          defaultValue={fields.needsRegistration ? "yes" : "no"}
        />
        <div className="grid gap-4 sm:grid-cols-2 sm:items-end">
          <NumberField
            name="capacity"
            label={t("capacity")}
            hint={t("capacityHint")}
            value={fields.capacity}
          />
          <NumberField name="mostPeople" label={t("mostPeople")} value={fields.mostPeople} />
          <TextField
            name="opensOn"
            type="date"
            label={t("opensOn")}
            hint={t("opensOnHint")}
            defaultValue={fields.opensOn ?? ""}
          />
          <TextField
            name="closesOn"
            type="date"
            label={t("closesOn")}
            hint={t("closesOnHint")}
            defaultValue={fields.closesOn ?? ""}
          />
        </div>
        <CheckList
          name="asksNames"
          legend={t("asksNames")}
          options={[{ value: "yes", label: t("asksNamesYes") }]}
          defaultValues={fields.asksNames ? ["yes"] : []}
        />
        <SelectField
          name="offerMinutes"
          label={t("offerMinutes")}
          options={lengths}
          defaultValue={String(nearest(fields.offerMinutes))}
        />
      </div>
    </Section>
  );
}

/** The length of the list that is nearest to what the event says. */
function nearest(minutes: number): number {
  const [first, ...others] = offerLengths;
  return others.reduce<number>(
    (best, each) => (Math.abs(each - minutes) < Math.abs(best - minutes) ? each : best),
    first,
  );
}

/** Free of charge, paid, or as one wants. */
export async function PriceFields({ fields }: Fields) {
  const t = await getTranslations("eventsEdit.form");
  const kind = priceKindOf(fields);
  return (
    <Section id="prix" title={t("price")} className="mt-6">
      <div className="grid gap-5">
        <ChoiceList
          name="priceKind"
          legend={t("priceKind")}
          options={priceKinds.map((value) => ({ value, label: t(`prices.${value}`) }))}
          defaultValue={kind}
        />
        <details className="fold" open={kind === "set"}>
          <summary>
            <span className="font-bold">{t("priceRows")}</span>
          </summary>
          <div className="grid gap-4 sm:grid-cols-2">
            {priceRows.flatMap((row) => {
              const price = fields.prices[row - 1];
              return [
                <TextField
                  key={`label ${row}`}
                  name={`price${row}Label`}
                  label={t("priceLabel", { row })}
                  defaultValue={price?.label ?? ""}
                  maxLength={longest.priceLabel}
                />,
                <TextField
                  key={`amount ${row}`}
                  name={`price${row}Amount`}
                  label={t("priceAmount", { row })}
                  defaultValue={price ? eurosText(price.cents) : ""}
                  inputMode="numeric"
                />,
              ];
            })}
          </div>
        </details>
      </div>
    </Section>
  );
}

function priceKindOf({ isFreePrice, prices }: EventFields): PriceKind {
  if (isFreePrice) return "free";
  return prices.length > 0 ? "set" : "none";
}

/** « 12,50 » as it is typed. */
function eurosText(cents: number): string {
  return (cents / 100).toFixed(cents % 100 === 0 ? 0 : 2).replace(".", ",");
}
