import { getTranslations } from "next-intl/server";
import { ChipLinks } from "@/components/ui/chip-links";
import { SearchForm } from "@/components/ui/search-form";
import { type AdSearch, addressOfSearch } from "@/lib/members/ads/rules";
import { adKinds, longestSearch } from "@/lib/members/ads/schema";
import { themes } from "@/lib/members/themes/schema";

type AdSearchFormProps = { search: AdSearch; places: { value: string; label: string }[] };

/** Words, a kind and a place; the fields of help are links that keep the rest. */
export async function AdSearchForm({ search, places }: AdSearchFormProps) {
  const [t, kinds, names] = await Promise.all([
    getTranslations("ads.search"),
    getTranslations("ads.kinds"),
    getTranslations("mutualHelp.themes"),
  ]);
  const { text: value, kind, place, theme } = search;
  const options = adKinds.map((each) => ({ value: each, label: kinds(each) }));
  return (
    <>
      <SearchForm
        className="help-search"
        action="/annonces"
        label={t("label")}
        kept={{ theme }}
        words={{ label: t("text"), value, maxLength: longestSearch }}
        choices={[
          { name: "type", label: t("kind"), any: t("anyKind"), chosen: kind, options },
          { name: "lieu", label: t("place"), any: t("anywhere"), chosen: place, options: places },
        ]}
        submit={t("submit")}
      />
      <ChipLinks
        label={t("themes")}
        className="mt-4"
        chips={[null, ...themes].map((each) => ({
          href: addressOfSearch(search, { theme: each }),
          label: each ? names(each) : t("anyTheme"),
          isChosen: theme === each,
        }))}
      />
    </>
  );
}
