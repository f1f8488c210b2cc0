import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHead } from "@/components/ui/page-head";
import { listAttestedMonths } from "@/lib/bookings/attestations/queries";
import { daysOfMonth } from "@/lib/bookings/attestations/schema";
import { capitalised, formatMonth } from "@/lib/core/format";
import { localeOf } from "@/lib/core/locale";
import { requirePerson } from "@/lib/web/session";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("board.attestation"))("pageTitle") };
}

export default async function AttestationsPage() {
  const actor = await requirePerson("/mon-espace/attestations");
  const [months, t, common, members, language] = await Promise.all([
    listAttestedMonths(actor),
    getTranslations("board.attestation"),
    getTranslations("common"),
    getTranslations("members"),
    getLocale(),
  ]);
  const locale = localeOf(language);
  return (
    <div className="wrap max-w-[44rem]">
      <PageHead
        title={t("pageTitle")}
        lead={t("lead")}
        crumbsLabel={common("breadcrumb")}
        crumbs={[{ label: members("title"), href: "/mon-espace" }, { label: t("pageTitle") }]}
      />
      {months.length === 0 ? (
        <EmptyState title={t("none")}>
          <p>{t("noneLead")}</p>
        </EmptyState>
      ) : (
        <ul className="rows">
          {months.map(({ month, days }) => (
            <li key={month}>
              <a href={`/mon-espace/attestations/${month}`}>
                {t("month", {
                  month: capitalised(formatMonth(daysOfMonth(month).first, locale), locale),
                  count: days,
                })}
              </a>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
