import { CalendarPlus, House, LogIn, MapPinned, Menu, Moon, Sun, User } from "lucide-react";
import { Mark } from "@/components/illustrations/mark";

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
  person: { name: string; links: NavigationLink[] } | null;
};

export function SiteHeader({ labels, links, locale, theme, person }: SiteHeaderProps) {
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
            {links.map((link) => (
              <a key={link.href} href={link.href}>
                {link.label}
              </a>
            ))}
          </nav>
          <div className="site-tools only-wide">
            <Preferences labels={labels} locale={locale} theme={theme} />
            <Account labels={labels} person={person} />
            <a className="btn btn-secondary" href="/lieux">
              {labels.book}
            </a>
          </div>
          <details className="site-menu only-narrow">
            <summary className="btn-icon" aria-label={labels.menu}>
              <Menu size={24} strokeWidth={1.75} aria-hidden />
            </summary>
            <div className="site-menu-panel">
              <nav aria-label={labels.navigation} className="grid">
                {[...links, ...(person?.links ?? [])].map((link) => (
                  <a key={link.href} href={link.href}>
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
        <a href="/">
          <House size={22} strokeWidth={1.75} aria-hidden />
          {labels.homeShort}
        </a>
        <a href="/lieux">
          <MapPinned size={22} strokeWidth={1.75} aria-hidden />
          {labels.places}
        </a>
        <a className="site-tabs-main" href="/#chercher">
          <CalendarPlus size={22} strokeWidth={1.75} aria-hidden />
          {labels.bookShort}
        </a>
        <a href={person ? "/mon-espace" : "/connexion"}>
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

function Account({ labels, person }: Pick<SiteHeaderProps, "labels" | "person">) {
  if (!person) return <a href="/connexion">{labels.signIn}</a>;
  return (
    <details className="site-account">
      <summary>
        <span className="avatar" aria-hidden="true">
          {person.name.slice(0, 1).toLocaleUpperCase()}
        </span>
        {person.name}
      </summary>
      <nav aria-label={labels.account} className="site-account-panel">
        {person.links.map((link) => (
          <a key={link.href} href={link.href}>
            {link.label}
          </a>
        ))}
      </nav>
    </details>
  );
}
