import { getTranslations } from "next-intl/server";
import { elsewhereWords } from "./elsewhere";

/** What the form of a step says, whatever it asks; `returns`: one comes from the reading again. */
export async function stepWords(returns: boolean) {
  const [t, elsewhere] = await Promise.all([getTranslations("survey.step"), elsewhereWords()]);
  return {
    back: t(returns ? "backToReview" : "back"),
    go: t(returns ? "save" : "go"),
    going: t("going"),
    offline: t("offline"),
    optional: t("optional"),
    noOpinion: t("noOpinion"),
    communeHint: t("communeHint"),
    communeOther: t("communeOther"),
    communeWritten: t("communeWritten"),
    communeMeant: t("communeMeant"),
    otherCommunes: t("otherCommunes"),
    charactersLeft: t("charactersLeft", { count: "{count}" }),
    elsewhere,
  };
}
