import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/ui/action-form";
import { ChoiceList } from "@/components/ui/choice-list";
import { SelectField } from "@/components/ui/select-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextAreaField } from "@/components/ui/text-area-field";
import { TextField } from "@/components/ui/text-field";
import { addDays, type Day } from "@/lib/core/day";
import type { FormAction } from "@/lib/core/form-state";
import type { AdView } from "@/lib/members/ads/queries";
import {
  adKinds,
  longestCounterpart,
  longestText,
  longestTitle,
  mostDays,
  usualDays,
} from "@/lib/members/ads/schema";
import { themes } from "@/lib/members/themes/schema";

type AdFormProps = {
  action: FormAction;
  today: Day;
  places: { value: string; label: string }[];
  /** The one to change; without it, a new one. */
  ad?: AdView;
};

/** One ad, written or changed. */
export async function AdForm({ action, today, places, ad }: AdFormProps) {
  const [t, kinds, hints, names] = await Promise.all([
    getTranslations("ads.form"),
    getTranslations("ads.kinds"),
    getTranslations("ads.kindHints"),
    getTranslations("mutualHelp.themes"),
  ]);
  return (
    <ActionForm
      action={action}
      className="grid max-w-[36rem] gap-5"
      hidden={ad ? { adId: ad.id } : {}}
    >
      <ChoiceList
        name="kind"
        legend={t("kind")}
        options={adKinds.map((kind) => ({ value: kind, label: kinds(kind), hint: hints(kind) }))}
        defaultValue={ad?.kind ?? "ask"}
      />
      <TextField
        name="title"
        label={t("title")}
        hint={t("titleHint")}
        maxLength={longestTitle}
        defaultValue={ad?.title ?? ""}
        required
      />
      <TextAreaField
        name="text"
        label={t("text")}
        hint={t("textHint")}
        maxLength={longestText}
        rows={6}
        defaultValue={ad?.text ?? ""}
        required
      />
      <SelectField
        name="theme"
        label={t("theme")}
        options={themes.map((theme) => ({ value: theme, label: names(theme) }))}
        defaultValue={ad?.theme ?? "other"}
      />
      <TextField
        name="counterpart"
        label={t("counterpart")}
        hint={t("counterpartHint")}
        maxLength={longestCounterpart}
        defaultValue={ad?.counterpart ?? ""}
      />
      <SelectField
        name="place"
        label={t("place")}
        options={[{ value: "", label: t("noPlace") }, ...places]}
        defaultValue={ad ? placeValue(ad) : ""}
      />
      <TextField
        name="validUntil"
        label={t("validUntil")}
        hint={t("validUntilHint", { days: mostDays })}
        type="date"
        min={today}
        max={addDays(today, mostDays)}
        defaultValue={ad && ad.validUntil >= today ? ad.validUntil : addDays(today, usualDays)}
        required
      />
      <div>
        <SubmitButton pending={t("sending")}>{ad ? t("save") : t("publish")}</SubmitButton>
      </div>
    </ActionForm>
  );
}

function placeValue({ place }: AdView): string {
  if (!place) return "";
  return place.kind === "space" ? place.slug : place.insee;
}
