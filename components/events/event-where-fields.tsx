import { getTranslations } from "next-intl/server";
import { ChoiceList } from "@/components/ui/choice-list";
import { Section } from "@/components/ui/section";
import { SelectField } from "@/components/ui/select-field";
import { TextField } from "@/components/ui/text-field";
import { clockText, type Day } from "@/lib/core/day";
import type { EventFields } from "@/lib/events/editing/schema";
import { longest, placeKinds } from "@/lib/events/schema";

/** What the form needs to know of the space and around it. */
export type Place = {
  today: Day;
  rooms: readonly { id: string; name: string; most: number }[];
  communes: readonly { insee: string; name: string }[];
  /** What whoever is present may then use; only those who organise give any. */
  habilitations?: readonly { id: string; name: string }[];
};
type Fields = { fields: EventFields; place: Place };

/** The day and the times on the wall of the space. */
export async function WhenFields({ fields, place }: Fields) {
  const t = await getTranslations("eventsEdit.form");
  return (
    <Section id="quand" title={t("when")} className="mt-6">
      <div className="grid gap-4 sm:grid-cols-3 sm:items-end">
        <TextField
          name="day"
          type="date"
          label={t("day")}
          min={place.today}
          defaultValue={fields.day}
          required
        />
        <TextField
          name="from"
          type="time"
          label={t("from")}
          defaultValue={clockText(fields.startMinute)}
          required
        />
        <TextField
          name="until"
          type="time"
          label={t("until")}
          hint={t("untilHint")}
          defaultValue={clockText(fields.endMinute % 1_440)}
          required
        />
      </div>
    </Section>
  );
}

/** In a room, at the space, elsewhere or online. Without scripts nothing hides: each field says when it counts. */
export async function WhereFields({ fields, place }: Fields) {
  const [t, words] = await Promise.all([
    getTranslations("eventsEdit.form"),
    getTranslations("events.places"),
  ]);
  const { place: at } = fields;
  const known = placeKinds.filter((kind) => kind !== "room" || place.rooms.length > 0);
  return (
    <Section id="ou" title={t("where")} className="mt-6">
      <div className="grid gap-5">
        <ChoiceList
          name="placeKind"
          legend={t("placeKind")}
          options={known.map((value) => ({ value, label: words(value) }))}
          defaultValue={at.kind}
        />
        {place.rooms.length > 0 ? (
          <SelectField
            name="resourceId"
            label={t("room")}
            hint={t("roomHint")}
            options={[
              { value: "", label: t("noRoom") },
              ...place.rooms.map(({ id, name, most }) => ({
                value: id,
                label: t("roomOption", { name, count: most }),
              })),
            ]}
            defaultValue={at.kind === "room" ? at.resourceId : ""}
          />
        ) : null}
        <div className="grid gap-4 sm:grid-cols-2 sm:items-end">
          <TextField
            name="address"
            label={t("address")}
            hint={t("addressHint")}
            defaultValue={at.kind === "elsewhere" ? at.address : ""}
            maxLength={longest.address}
          />
          <SelectField
            name="communeId"
            label={t("commune")}
            options={[
              { value: "", label: t("noCommune") },
              ...place.communes.map(({ insee, name }) => ({ value: insee, label: name })),
            ]}
            defaultValue={at.kind === "elsewhere" ? (at.communeId ?? "") : ""}
          />
        </div>
        <TextField
          name="onlineUrl"
          type="url"
          inputMode="url"
          label={t("onlineUrl")}
          hint={t("onlineUrlHint")}
          defaultValue={fields.onlineUrl ?? ""}
          maxLength={400}
        />
      </div>
    </Section>
  );
}
