import {
  CalendarPlus,
  ChevronDown,
  ClipboardList,
  Handshake,
  House,
  LogIn,
  MapPinned,
  Menu,
  Moon,
  Sun,
  User,
} from "lucide-react";
import { Mark } from "@/components/illustrations/mark";
import { ActionForm } from "@/components/ui/action-form";
import { SubmitButton } from "@/components/ui/submit-button";
import type { FormAction } from "@/lib/core/form-state";

export type NavigationLink = { href: string; label: string };

export type SiteHeaderProps = {
  labels: {
    home: string;
    homeShort: string;
    navigation: string;
    quickNavigation: string;
    menu: string;
    book: string;
    bookShort: string;
    places: string;
    mutualHelp: string;
    account: string;
    signIn: string;
    signOut: string;
    french: string;
    english: string;
    themeDark: string;
    themeLight: string;
    skip: string;
  };
  links: NavigationLink[];
  locale: "fr" | "en";
  theme: "light" | "dark" | null;
  /** Address of this page, to mark it in the menus. */
  path: string;
  signOut: FormAction;
  /** `work`: the doors their roles open, first in the menu. */
  person: { name: string; work: NavigationLink[]; links: NavigationLink[] } | null;
};

export function SiteHeader(props: SiteHeaderProps) {
  const { labels, links, locale, theme, person, path } = props;
  const main = [...(person?.work ?? []), ...links];
  const day = person?.work[0];
  return (
    <>
      <a className="skip" href="#contenu">
        {labels.skip}
      </a>
      <header className="site-header no-print">
        <div className="wrap site-header-in">
          <a className="logo" href="/" aria-label={labels.home}>
            <Mark />
            Cowloting
          </a>
          <nav className="site-nav only-wide" aria-label={labels.navigation}>
            {main.map((link) => (
              <a key={link.href} href={link.href} aria-current={currentIn(path, link)}>
                {link.label}
              </a>
            ))}
          </nav>
          <div className="site-tools only-wide">
            <Preferences labels={labels} locale={locale} theme={theme} />
            <Account {...props} />
            <BookLink label={labels.book} work={person?.work} />
          </div>
          <details className="site-menu only-narrow">
            <summary className="btn-icon" aria-label={labels.menu}>
              <Menu size={24} strokeWidth={1.75} aria-hidden />
            </summary>
            <div className="site-menu-panel">
              <nav aria-label={labels.navigation} className="grid">
                {[...links, ...(person?.links ?? [])].map((link) => (
                  <a key={link.href} href={link.href} aria-current={currentIn(path, link)}>
                    {link.label}
                  </a>
                ))}
                {person ? null : <a href="/connexion">{labels.signIn}</a>}
              </nav>
              <Preferences labels={labels} locale={locale} theme={theme} />
            </div>
          </details>
        </div>
      </header>
      <nav className="site-tabs no-print" aria-label={labels.quickNavigation}>
        <a href="/" aria-current={path === "/" ? "page" : undefined}>
          <House size={22} strokeWidth={1.75} aria-hidden />
          {labels.homeShort}
        </a>
        <a
          href={day?.href ?? "/lieux"}
          aria-current={currentIn(path, { href: day?.href ?? "/lieux" })}
        >
          {day ? (
            <ClipboardList size={22} strokeWidth={1.75} aria-hidden />
          ) : (
            <MapPinned size={22} strokeWidth={1.75} aria-hidden />
          )}
          {day?.label ?? labels.places}
        </a>
        <a className="site-tabs-main" href="/#chercher">
          <CalendarPlus size={22} strokeWidth={1.75} aria-hidden />
          {labels.bookShort}
        </a>
        <a href="/membres" aria-current={currentIn(path, { href: "/membres" })}>
          <Handshake size={22} strokeWidth={1.75} aria-hidden />
          {labels.mutualHelp}
        </a>
        <a
          href={person ? "/mon-espace" : "/connexion"}
          aria-current={currentIn(path, { href: person ? "/mon-espace" : "/connexion" })}
        >
          {person ? (
            <User size={22} strokeWidth={1.75} aria-hidden />
          ) : (
            <LogIn size={22} strokeWidth={1.75} aria-hidden />
          )}
          {person ? labels.account : labels.signIn}
        </a>
      </nav>
    </>
  );
}

/** Whoever runs a day or reads reports has those doors there instead. */
function BookLink({ label, work = [] }: { label: string; work: NavigationLink[] | undefined }) {
  if (work.length > 0) return null;
  return (
    <a className="btn btn-secondary" href="/lieux">
      {label}
    </a>
  );
}

/** The page itself, or the part of the site it belongs to. */
function currentIn(path: string, { href }: { href: string }): "page" | "true" | undefined {
  if (path === href) return "page";
  return path.startsWith(`${href}/`) ? "true" : undefined;
}

function Preferences({
  labels,
  locale,
  theme,
}: Pick<SiteHeaderProps, "labels" | "locale" | "theme">) {
  return (
    <form action="/preferences" method="post" className="site-preferences">
      <button
        name="locale"
        value="fr"
        type="submit"
        lang="fr"
        aria-label={labels.french}
        aria-current={locale === "fr" ? "true" : undefined}
      >
        FR
      </button>
      <button
        name="locale"
        value="en"
        type="submit"
        lang="en"
        aria-label={labels.english}
        aria-current={locale === "en" ? "true" : undefined}
      >
        EN
      </button>
      {theme === "dark" ? (
        <button
          className="btn-icon"
          name="theme"
          value="light"
          type="submit"
          aria-label={labels.themeLight}
        >
          <Sun size={20} strokeWidth={1.75} aria-hidden />
        </button>
      ) : (
        <button
          className="btn-icon"
          name="theme"
          value="dark"
          type="submit"
          aria-label={labels.themeDark}
        >
          <Moon size={20} strokeWidth={1.75} aria-hidden />
        </button>
      )}
    </form>
  );
}

function Account({
  labels,
  person,
  path,
  signOut,
}: Pick<SiteHeaderProps, "labels" | "person" | "path" | "signOut">) {
  if (!person) return <a href="/connexion">{labels.signIn}</a>;
  return (
    <details className="site-account">
      <summary>
        <span className="avatar" aria-hidden="true">
          {person.name.slice(0, 1).toLocaleUpperCase()}
        </span>
        {person.name}
        <ChevronDown size={18} strokeWidth={1.75} aria-hidden />
      </summary>
      <div className="site-account-panel">
        <nav aria-label={labels.account} className="grid">
          {person.links.map((link) => (
            <a key={link.href} href={link.href} aria-current={currentIn(path, link)}>
              {link.label}
            </a>
          ))}
        </nav>
        <ActionForm action={signOut}>
          <SubmitButton className="btn btn-quiet" pending={labels.signOut}>
            {labels.signOut}
          </SubmitButton>
        </ActionForm>
      </div>
    </details>
  );
}
