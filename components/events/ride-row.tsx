import { getTranslations } from "next-intl/server";
import { Avatar } from "@/components/members/avatar";
import { ActionForm } from "@/components/ui/action-form";
import { SubmitButton } from "@/components/ui/submit-button";
import { named } from "@/lib/core/elision";
import type { FormAction } from "@/lib/core/form-state";
import { formatMinute } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import type { RideView } from "@/lib/events/rides/queries";

type RideRowProps = { slug: string; ride: RideView; locale: Locale; withdraw: FormAction };

/** One car or one seat looked for: who, from where, when, and the way to write to them. */
export async function RideRow({ slug, ride, locale, withdraw }: RideRowProps) {
  const [t, common] = await Promise.all([getTranslations("rides"), getTranslations("common")]);
  const { kind, seats, leavesAt, note, isOwn, isNeighbour } = ride;
  const name = ride.name ?? common("someone");
  const who = isOwn ? t("you", { kind }) : name;
  const facts = [
    ...(leavesAt === null ? [] : [t("leaves", { time: formatMinute(leavesAt, locale) })]),
    kind === "offer" ? t("seats", { count: seats }) : t("looksFor", { count: seats }),
    ...(isNeighbour ? [t("neighbour")] : []),
  ];
  return (
    <li className="flex flex-wrap items-center justify-between gap-3">
      <div className="flex min-w-0 items-center gap-3">
        <Avatar id={ride.id} name={name} photo={null} />
        <div className="min-w-0">
          <p className="wrap-anywhere font-bold">
            {t("from", { name: who, commune: ride.commune.name })}
          </p>
          <p className="small muted">{facts.join(", ")}</p>
          {note ? <p className="small wrap-anywhere">{note}</p> : null}
        </div>
      </div>
      <div className="flex flex-wrap gap-2">
        {ride.personId ? (
          <a
            className="btn btn-secondary"
            href={`/messages/nouveau?a=${ride.personId}`}
            aria-label={t("writeTo", { kind, name })}
          >
            {t(kind === "offer" ? "askSeat" : "proposeSeat")}
          </a>
        ) : null}
        {ride.mayWithdraw ? (
          <ActionForm action={withdraw} hidden={{ event: slug, rideId: ride.id }}>
            <SubmitButton
              className="btn btn-quiet"
              pending={t("working")}
              label={t("withdrawNamed", named(who))}
            >
              {t("withdraw")}
            </SubmitButton>
          </ActionForm>
        ) : null}
      </div>
    </li>
  );
}
