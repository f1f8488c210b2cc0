import { getTranslations } from "next-intl/server";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHead } from "@/components/ui/page-head";
import { Section } from "@/components/ui/section";
import type { Found } from "@/lib/members/directory/queries";
import { searchWords } from "@/lib/members/directory/rules";
import type { DirectorySearch } from "@/lib/members/directory/schema";
import { directoryAddress } from "./directory-address";
import { PersonRow } from "./person-row";

/** What a visitor sees: who introduced themselves to everyone, and why there are more for members. */
export async function PublicDirectory({
  found,
  search,
}: {
  found: Found;
  search: DirectorySearch;
}) {
  const t = await getTranslations("directory");
  const words = searchWords(search.q);
  return (
    <>
      <PageHead title={t("title")} lead={t("visitorLead")} />
      <search>
        <form className="directory-search" action="/membres" method="get">
          <div className="field">
            <label htmlFor="q">{t("need")}</label>
            <input
              className="input"
              type="search"
              id="q"
              name="q"
              maxLength={100}
              defaultValue={search.q}
            />
          </div>
          <button className="btn btn-secondary" type="submit">
            {t("search")}
          </button>
        </form>
      </search>
      <Section id="ouverts" title={t("publicCards")}>
        {found.people.length > 0 ? (
          <ul className="people">
            {found.people.map((person) => (
              <PersonRow key={person.id} person={person} words={words} mayWrite={false} />
            ))}
          </ul>
        ) : (
          <EmptyState title={t(search.q ? "none" : "noPublic")}>
            <p>{t("visitorWhyLead")}</p>
          </EmptyState>
        )}
      </Section>
      <Section id="pourquoi" title={t("visitorWhy")}>
        <p className="max-w-measure mb-4">{t("visitorWhyLead")}</p>
        <a
          className="btn btn-primary"
          href={`/connexion?suite=${encodeURIComponent(directoryAddress(search))}`}
        >
          {t("signIn")}
        </a>
      </Section>
    </>
  );
}
