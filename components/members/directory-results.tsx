import { getTranslations } from "next-intl/server";
import { EmptyState } from "@/components/ui/empty-state";
import { Section } from "@/components/ui/section";
import type { Found } from "@/lib/members/directory/queries";
import { searchWords } from "@/lib/members/directory/rules";
import { type DirectorySearch, pageLength } from "@/lib/members/directory/schema";
import { directoryAddress } from "./directory-address";
import { PersonRow } from "./person-row";

type DirectoryResultsProps = {
  found: Found;
  search: DirectorySearch;
  isSearch: boolean;
  viewerId: string;
};

/** Who was found, the nearest first, twenty a page; what to try when nobody was. */
export async function DirectoryResults({
  found,
  search,
  isSearch,
  viewerId,
}: DirectoryResultsProps) {
  const t = await getTranslations("directory");
  const words = searchWords(`${search.q} ${search.competence}`);
  return (
    <Section
      id="trouves"
      title={t(isSearch ? "found" : "listed", { count: found.total })}
      aside={
        found.isByDistance && found.total > 1 ? (
          <span className="small muted">{t("nearest")}</span>
        ) : null
      }
    >
      {found.isAlike ? <p className="muted mb-4">{t("alike")}</p> : null}
      {found.people.length === 0 ? (
        <EmptyState title={t("none")}>
          <p>{t("noneLead")}</p>
          {isSearch ? (
            <a className="btn btn-secondary" href="/membres">
              {t("clear")}
            </a>
          ) : null}
        </EmptyState>
      ) : (
        <ul className="people">
          {found.people.map((person) => (
            <PersonRow
              key={person.id}
              person={person}
              words={words}
              mayWrite={person.id !== viewerId}
            />
          ))}
        </ul>
      )}
      <Pages search={{ ...search, page: found.page }} total={found.total} />
    </Section>
  );
}

async function Pages({ search, total }: { search: DirectorySearch; total: number }) {
  const t = await getTranslations("directory");
  const pages = Math.ceil(total / pageLength);
  const { page } = search;
  if (pages <= 1) return null;
  return (
    <nav aria-label={t("pages")} className="mt-5 flex flex-wrap items-center gap-4">
      {page > 1 ? (
        <a className="btn btn-secondary" href={directoryAddress({ ...search, page: page - 1 })}>
          {t("previous")}
        </a>
      ) : null}
      <span className="small muted">{t("page", { page, pages })}</span>
      {page < pages ? (
        <a className="btn btn-secondary" href={directoryAddress({ ...search, page: page + 1 })}>
          {t("next")}
        </a>
      ) : null}
    </nav>
  );
}
