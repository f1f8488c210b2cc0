import { named } from "@/lib/core/elision";
import type { SheetPerson } from "@/lib/events/attendance/queries";
import type { DayWords } from "./board-groups";

type CertificateLinksProps = {
  /** Address of the pages of the event. */
  base: string;
  people: readonly SheetPerson[];
  t: DayWords;
};

/** The certificates of those who were ticked by name; nothing when nobody was. */
export function CertificateLinks({ base, people, t }: CertificateLinksProps) {
  const present = people.filter(({ isPresent, name }) => isPresent && name !== null);
  if (present.length === 0) return null;
  return (
    <section className="mt-8" aria-labelledby="attestations">
      <h2 id="attestations">{t("certificate.heading")}</h2>
      <p className="muted mb-3">{t("certificate.headingLead")}</p>
      <ul className="grid gap-1">
        {present.map(({ id, name }) => (
          <li key={id}>
            <a className="inline-flex min-h-11 items-center" href={`${base}/attestation/${id}`}>
              {t("certificate.link", named(name ?? ""))}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
