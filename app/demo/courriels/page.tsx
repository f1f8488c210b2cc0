import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHead } from "@/components/ui/page-head";
import { formatTime } from "@/lib/core/format";
import { localeOf } from "@/lib/core/locale";
import { env } from "@/lib/infra/env";
import { listDemoMails } from "@/lib/notifications/queries";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("identity"))("mailsTitle"), robots: { index: false } };
}

export default async function DemoMailsPage() {
  if (!env().DEMO) notFound();
  const [mails, t, language] = await Promise.all([
    listDemoMails(),
    getTranslations("identity"),
    getLocale(),
  ]);
  const locale = localeOf(language);
  return (
    <div className="wrap">
      <PageHead title={t("mailsTitle")} lead={t("mailsLead")} />
      {mails.length === 0 ? (
        <EmptyState title={t("mailsEmpty")}>{t("mailsEmptyHelp")}</EmptyState>
      ) : (
        <ul className="grid gap-6">
          {mails.map((mail) => (
            <li key={mail.id} className="panel min-w-0">
              <p className="small muted">
                {formatTime(mail.sentAt, "Europe/Paris", locale)} · {t("mailTo", { to: mail.to })}
              </p>
              <h2 className="mt-1 text-h3">{mail.subject}</h2>
              <pre className="small mt-3 whitespace-pre-wrap font-text wrap-anywhere">
                {mail.text}
              </pre>
              {mail.attachments.map((attachment) => (
                <p key={attachment.filename} className="small muted mt-3">
                  {t("attachment", { name: attachment.filename })}
                </p>
              ))}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
