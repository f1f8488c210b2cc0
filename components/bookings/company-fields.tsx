import { getTranslations } from "next-intl/server";
import { TextAreaField } from "@/components/ui/text-area-field";

type CompanyFieldsProps = { resources: { capacity: number; needsApproval: boolean }[] };

/** Who comes along, where one of these places seats several; a word for the host, where they must agree. */
export async function CompanyFields({ resources }: CompanyFieldsProps) {
  const t = await getTranslations("hours");
  const most = Math.max(...resources.map(({ capacity }) => capacity));
  return (
    <>
      {most > 1 ? (
        <TextAreaField
          name="companions"
          label={t("companions")}
          hint={t("companionsHint", { count: most })}
          maxLength={2000}
        />
      ) : null}
      {resources.some(({ needsApproval }) => needsApproval) ? (
        <TextAreaField
          name="note"
          label={t("note")}
          hint={t(resources.length === 1 ? "noteHint" : "noteHintSome")}
          maxLength={500}
        />
      ) : null}
    </>
  );
}
