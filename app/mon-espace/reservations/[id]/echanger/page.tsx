import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Message } from "@/components/ui/message";
import { PageHead } from "@/components/ui/page-head";
import { ProposeSwap, ReceivedSwaps, SentSwaps } from "@/components/verbs/swap-sections";
import { bookingIdInput } from "@/lib/bookings/schema";
import { listSwapsOfBooking } from "@/lib/bookings/swaps/queries";
import { orNotFound } from "@/lib/web/not-found";
import { requirePerson } from "@/lib/web/session";
import {
  acceptSwapAction,
  declineSwapAction,
  proposeSwapAction,
  withdrawSwapAction,
} from "../../actions";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("verbs"))("swap.title") };
}

export default async function SwapPage({ params }: Props) {
  const { id } = await params;
  const actor = await requirePerson(`/mon-espace/reservations/${id}/echanger`);
  if (!bookingIdInput.safeParse({ bookingId: id }).success) notFound();
  const [swaps, t, common] = await Promise.all([
    orNotFound(listSwapsOfBooking(actor, id)),
    getTranslations("verbs"),
    getTranslations("common"),
  ]);
  return (
    <div className="wrap max-w-[44rem]">
      <PageHead
        title={t("swap.title")}
        lead={t("swap.lead")}
        crumbsLabel={common("breadcrumb")}
        crumbs={[
          { label: common("account"), href: "/mon-espace" },
          { label: t("crumbs"), href: `/mon-espace/reservations/${id}` },
          { label: t("swap.title") },
        ]}
      />
      <div className="grid gap-8">
        <ReceivedSwaps
          received={swaps.received}
          accept={acceptSwapAction}
          decline={declineSwapAction}
        />
        {swaps.isSwappable ? (
          <ProposeSwap bookingId={id} code={swaps.code} action={proposeSwapAction} />
        ) : (
          <Message tone="info">{t("swap.not")}</Message>
        )}
        <SentSwaps sent={swaps.sent} withdraw={withdrawSwapAction} />
      </div>
    </div>
  );
}
