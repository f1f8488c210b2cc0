import { getLocale, getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/ui/action-form";
import { SubmitButton } from "@/components/ui/submit-button";
import type { OfferView } from "@/lib/bookings/waiting-list/queries";
import { dayOf } from "@/lib/core/day";
import type { FormAction } from "@/lib/core/form-state";
import { formatDay, formatTime } from "@/lib/core/format";
import { localeOf } from "@/lib/core/locale";
import { WaitingRow } from "./waiting-row";

type OfferRowsProps = { offers: OfferView[]; accept: FormAction; decline: FormAction };

/** Places held for the member, each with its deadline and two buttons. */
export async function OfferRows({ offers, accept, decline }: OfferRowsProps) {
  const [t, language] = await Promise.all([getTranslations("waitingList"), getLocale()]);
  const locale = localeOf(language);
  return (
    <ul className="rows">
      {offers.map((offer) => {
        const { id, quantity, space, offerUntil } = offer;
        const until = formatDay(dayOf(offerUntil, space.timeZone), locale);
        const time = formatTime(offerUntil, space.timeZone, locale);
        const named = { space: space.name, day: formatDay(offer.day, locale) };
        return (
          <WaitingRow
            key={id}
            wish={offer}
            what={offer.places.join(", ")}
            standing={t("offerUntil", { quantity, day: until, time })}
          >
            <ActionForm
              action={accept}
              hidden={{ entryId: id }}
              alternativesTitle={t("alternatives")}
            >
              <SubmitButton
                pending={t("answering")}
                label={t("acceptLabel", { quantity, ...named })}
              >
                {t("accept", { quantity })}
              </SubmitButton>
            </ActionForm>
            <ActionForm action={decline} hidden={{ entryId: id }}>
              <SubmitButton
                className="btn btn-secondary"
                pending={t("answering")}
                label={t("declineLabel", named)}
              >
                {t("decline")}
              </SubmitButton>
            </ActionForm>
          </WaitingRow>
        );
      })}
    </ul>
  );
}
