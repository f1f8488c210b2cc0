import { getTranslations } from "next-intl/server";
import { Avatar } from "@/components/members/avatar";
import type { EventCompany } from "@/lib/events/company/queries";

const mostNamed = 6;

/** Who of the members comes, as they chose to be seen, and how many besides. */
export async function CompanyCard({ company }: { company: EventCompany | null }) {
  if (!company || company.people.length === 0) return null;
  const t = await getTranslations("eventsRegister.company");
  const named = company.people.slice(0, mostNamed);
  const others = company.others + company.people.length - named.length;
  return (
    <section className="panel" aria-labelledby="ils-y-seront">
      <h2 id="ils-y-seront" className="mb-3 text-h3">
        {t("title")}
      </h2>
      <ul className="event-company">
        {named.map(({ personId, name, hasPage }) => (
          <li key={personId}>
            <Avatar id={personId} name={name} photo={null} />
            {hasPage ? <a href={`/membres/${personId}`}>{name}</a> : <span>{name}</span>}
          </li>
        ))}
      </ul>
      {others > 0 ? <p className="small muted mt-3">{t("others", { count: others })}</p> : null}
    </section>
  );
}
