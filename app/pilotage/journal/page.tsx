import { Download } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { JournalFilters } from "@/components/journal/journal-filters";
import { JournalLines } from "@/components/journal/journal-lines";
import { EmptyState } from "@/components/ui/empty-state";
import { Message } from "@/components/ui/message";
import { PageHead } from "@/components/ui/page-head";
import { noteReading } from "@/lib/identity/journal/readings/commands";
import { listJournal } from "@/lib/identity/journal/readings/queries";
import { journalAddress, readJournalQuestion } from "@/lib/identity/journal/readings/rules";
import { findSealHead } from "@/lib/identity/journal/seals/queries";
import { listSpaceNames } from "@/lib/spaces/queries";
import { orNotFound } from "@/lib/web/not-found";
import { requirePerson } from "@/lib/web/session";
import { noteViews } from "@/lib/web/viewed-people";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

const address = "/pilotage/journal";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("journal"))("title") };
}

export default async function JournalPage({ searchParams }: Props) {
  const [actor, query] = await Promise.all([requirePerson(address), searchParams]);
  const question = readJournalQuestion(query);
  const { filters } = question;
  const [{ lines, next }, spaces, t, reports, common] = await Promise.all([
    orNotFound(listJournal(actor, filters)),
    listSpaceNames(),
    getTranslations("journal"),
    getTranslations("reports"),
    getTranslations("common"),
  ]);
  // Before it is read, not after: the one reading that must not go unseen is this one.
  await noteReading(actor, { filters, isFile: false });
  const seal = await findSealHead();
  const people = lines.flatMap(({ actor: who, subject }) =>
    [who, subject].filter((p) => p !== null),
  );
  noteViews(actor, { spaceId: null, screen: "journal", people });
  const { avant, ...whole } = filters;
  return (
    <div className="wrap max-w-[52rem]">
      <PageHead
        title={t("title")}
        lead={t("lead")}
        crumbsLabel={common("breadcrumb")}
        crumbs={[{ label: reports("pageTitle"), href: "/pilotage" }, { label: t("title") }]}
      >
        <a
          className="btn btn-secondary no-print"
          href={journalAddress(`${address}/export`, whole)}
          download
        >
          <Download size={18} strokeWidth={1.75} aria-hidden />
          {t("export")}
        </a>
      </PageHead>
      {question.unreadable.length > 0 ? (
        <Message tone="warn" role="alert">
          {t("unreadable")}
        </Message>
      ) : null}
      <JournalFilters question={question} spaces={spaces} />
      {lines.length === 0 ? (
        <EmptyState title={t("none")}>
          <p>{t("noneLead")}</p>
        </EmptyState>
      ) : (
        <JournalLines lines={lines} />
      )}
      <p className="mt-6 flex flex-wrap gap-3 no-print">
        {next ? (
          <a
            className="btn btn-secondary"
            href={journalAddress(address, { ...whole, avant: next })}
          >
            {t("older")}
          </a>
        ) : null}
        {avant ? (
          <a className="btn btn-quiet" href={journalAddress(address, whole)}>
            {t("newest")}
          </a>
        ) : null}
      </p>
      {seal ? (
        <p className="small muted mt-8 wrap-anywhere">
          {t("sealed", { id: seal.entryId, head: seal.head })}
        </p>
      ) : null}
    </div>
  );
}
