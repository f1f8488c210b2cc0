import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Section } from "@/components/ui/section";
import { localeOf } from "@/lib/core/locale";
import { linkText } from "@/lib/members/profiles/rules";
import { isSafeLink, type ProfileContent } from "@/lib/members/profiles/schema";
import { skillAddress } from "./directory-address";

type Line = { label: string; value: ReactNode };

/** Everything of a person that is open to whoever reads, section by section; an empty one is not drawn. */
export async function PersonDetails({ content }: { content: ProfileContent }) {
  const t = await getTranslations("directory.person");
  const [about, help] = await Promise.all([aboutLines(content), helpLines(content)]);
  if (about.length + help.length === 0) return <p className="muted">{t("nothing")}</p>;
  return (
    <>
      {help.length > 0 ? (
        <Section id="entraide" title={t("help")}>
          <Lines lines={help} />
        </Section>
      ) : null}
      {about.length > 0 ? (
        <Section id="presentation" title={t("about")}>
          <Lines lines={about} />
        </Section>
      ) : null}
    </>
  );
}

async function helpLines(content: ProfileContent): Promise<Line[]> {
  const [t, themes] = await Promise.all([
    getTranslations("directory.person"),
    getTranslations("mutualHelp.themes"),
  ]);
  const linked = (skills: string[]) => (
    <ul className="person-things">
      {skills.map((skill) => (
        <li key={skill}>
          <a href={skillAddress(skill)}>{skill}</a>
        </li>
      ))}
    </ul>
  );
  return [
    content.skills.length > 0 && { label: t("skills"), value: linked(content.skills) },
    content.teaches.length > 0 && { label: t("teaches"), value: linked(content.teaches) },
    content.seeks.length > 0 && { label: t("seeks"), value: content.seeks.join(", ") },
    content.themes.length > 0 && {
      label: t("themes"),
      value: content.themes.map((theme) => themes(theme)).join(", "),
    },
  ].filter((line) => line !== false);
}

async function aboutLines(content: ProfileContent): Promise<Line[]> {
  const [t, profile, language] = await Promise.all([
    getTranslations("directory.person"),
    getTranslations("profile"),
    getLocale(),
  ]);
  const { situation, commune, usualSpace, rhythm, languages, links } = content;
  const spoken = languages.map((code) => profile(`languageNames.${code}`));
  const list = new Intl.ListFormat(localeOf(language)).format(spoken);
  return [
    situation && { label: t("situation"), value: profile(`situations.${situation}`) },
    commune && { label: t("commune"), value: commune.name },
    (usualSpace || rhythm) && {
      label: t("place"),
      value: (
        <>
          {usualSpace ? <a href={`/lieux/${usualSpace.slug}`}>{usualSpace.name}</a> : null}
          {usualSpace && rhythm ? ", " : ""}
          {rhythm}
        </>
      ),
    },
    spoken.length > 0 && { label: t("languages"), value: list },
    links.length > 0 && { label: t("links"), value: <Links links={links} /> },
  ].filter((line) => line !== null && line !== false && line !== "");
}

/**
 * Addresses of somebody else: no page there is told where one came from, none may act on ours. Judged
 * here as well as when typed: a row written in another way must not become a link that runs.
 */
function Links({ links }: { links: string[] }) {
  return (
    <ul className="person-things">
      {links.filter(isSafeLink).map((link) => (
        <li key={link}>
          <a href={link} rel="noopener noreferrer nofollow ugc">
            {linkText(link)}
          </a>
        </li>
      ))}
    </ul>
  );
}

function Lines({ lines }: { lines: Line[] }) {
  return (
    <dl className="person-lines person-lines-wide">
      {lines.map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
