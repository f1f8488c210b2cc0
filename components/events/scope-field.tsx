import { getTranslations } from "next-intl/server";
import { ChoiceList } from "@/components/ui/choice-list";
import { editScopes } from "@/lib/events/series/schema";

/** Of one date of a series: whether those that follow change alike. */
export async function ScopeField() {
  const t = await getTranslations("eventsEdit.repeat");
  return (
    <ChoiceList
      name="scope"
      legend={t("scope")}
      options={editScopes.map((value) => ({ value, label: t(`scopes.${value}`) }))}
      defaultValue="one"
    />
  );
}
