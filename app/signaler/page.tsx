import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { ReportForm } from "@/components/abuse-reports/report-form";
import { Message } from "@/components/ui/message";
import { PageHead } from "@/components/ui/page-head";
import { named } from "@/lib/core/elision";
import { getReportSubject, type ReportSubject } from "@/lib/members/abuse-reports/queries";
import { orNotFound } from "@/lib/web/not-found";
import { requirePerson } from "@/lib/web/session";
import { reportAbuseAction } from "./actions";

const asked = z.object({
  annonce: z.uuid().optional(),
  personne: z.uuid().optional(),
  message: z.uuid().optional(),
});

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("abuseReports"))("form.title") };
}

export default async function ReportPage({ searchParams }: Props) {
  const query = await searchParams;
  const read = asked.safeParse(query).data ?? {};
  const address = new URLSearchParams(
    Object.entries(read).flatMap(([name, id]) => (id ? [[name, id]] : [])),
  );
  const actor = await requirePerson(`/signaler?${address}`);
  if (query["envoye"]) return <Thanks />;
  const target = { adId: read.annonce, personId: read.personne, messageId: read.message };
  if (!Object.values(target).some(Boolean)) notFound();
  const [subject, t] = await Promise.all([
    orNotFound(getReportSubject(actor, target)),
    getTranslations("abuseReports.form"),
  ]);
  return (
    <div className="wrap max-w-[44rem]">
      <PageHead title={t("title")} />
      <Reported subject={subject} />
      <p className="small muted mt-3 mb-6 max-w-measure">{t("who")}</p>
      <ReportForm target={target} action={reportAbuseAction} />
    </div>
  );
}

async function Reported({ subject }: { subject: ReportSubject }) {
  const [t, common] = await Promise.all([
    getTranslations("abuseReports.form"),
    getTranslations("common"),
  ]);
  const name = subject.person.name ?? common("someone");
  const words = subject.words ?? "";
  if (subject.subject === "message") {
    return (
      <>
        <p className="wrap-anywhere">{t("message", named(name))}</p>
        <blockquote className="report-quote typed">{words}</blockquote>
      </>
    );
  }
  return (
    <p className="wrap-anywhere">
      {subject.subject === "ad" ? t("ad", { ...named(name), words }) : t("person", named(name))}
    </p>
  );
}

async function Thanks() {
  const t = await getTranslations("abuseReports.form");
  return (
    <div className="wrap max-w-[44rem]">
      <PageHead title={t("thanks")} />
      <Message tone="ok" role="status">
        {t("thanksLead")}
      </Message>
      <p className="mt-6 flex flex-wrap gap-x-6 gap-y-2">
        <a href="/messages">{t("messages")}</a>
        <a href="/annonces">{t("ads")}</a>
      </p>
    </div>
  );
}
