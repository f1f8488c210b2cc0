import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/ui/action-form";
import { Section } from "@/components/ui/section";
import { SubmitButton } from "@/components/ui/submit-button";
import type { CompanyOfBooking } from "@/lib/bookings/company/queries";
import type { FormAction } from "@/lib/core/form-state";
import { CompanionList } from "./companion-list";
import { ShownField } from "./shown-field";

type BookingCompanyProps = {
  company: CompanyOfBooking;
  bookingId: string;
  timeZone: string;
  /** The page of the whole day. */
  dayAddress: string;
  action: FormAction;
};

/** On one's booking: whom one meets, and whether one is seen oneself. */
export async function BookingCompany(props: BookingCompanyProps) {
  const { company, bookingId, timeZone, dayAddress, action } = props;
  const t = await getTranslations("company");
  if (!company.mayChoose) return null;
  return (
    <Section
      id="rencontres"
      title={t("members")}
      className="no-print"
      aside={<a href={dayAddress}>{t("seeDay")}</a>}
    >
      {company.people.length === 0 ? (
        <p className="muted">{t("none")}</p>
      ) : (
        <CompanionList people={company.people} timeZone={timeZone} />
      )}
      <ActionForm
        action={action}
        hidden={{ bookingId }}
        className="mt-5 grid max-w-[30rem] justify-items-start gap-4"
      >
        <ShownField
          sharesPresence={company.sharesPresence}
          choice={company.choice}
          profileValue="profile"
        />
        <SubmitButton className="btn btn-secondary" pending={t("changing")}>
          {t("change")}
        </SubmitButton>
      </ActionForm>
    </Section>
  );
}
