import { getTranslations } from "next-intl/server";
import { SelectField } from "@/components/ui/select-field";
import { type ShownChoice, shownChoices } from "@/lib/bookings/company/schema";

type ShownFieldProps = {
  sharesPresence: boolean;
  choice: ShownChoice;
  /** What stands for « as my profile says »: nothing in a form of booking. */
  profileValue: "" | "profile";
};

/** Whether members see that one will be there by this booking: yes, no, or as one's profile says. */
export async function ShownField({ sharesPresence, choice, profileValue }: ShownFieldProps) {
  const t = await getTranslations("company");
  const codeOf = (each: ShownChoice) => (each === "profile" ? profileValue : each);
  const answer = t(`answer.${sharesPresence ? "yes" : "no"}`);
  return (
    <SelectField
      name="shown"
      label={t("field")}
      options={shownChoices.map((each) => ({
        value: codeOf(each),
        label: t(`choices.${each}`, { answer }),
      }))}
      defaultValue={codeOf(choice)}
    />
  );
}
