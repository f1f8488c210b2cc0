import type { Metadata, Viewport } from "next";
import localFont from "next/font/local";
import { cookies, headers } from "next/headers";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { SiteFooter } from "@/components/layout/site-footer";
import { SiteHeader } from "@/components/layout/site-header";
import { canRunDay } from "@/lib/bookings/policy";
import { type Actor, isStaff } from "@/lib/core/actor";
import { type Locale, localeOf } from "@/lib/core/locale";
import { env } from "@/lib/infra/env";
import { assess } from "@/lib/privacy/declarations/rules";
import { listSpaceNames } from "@/lib/spaces/queries";
import { isFramedPath } from "@/lib/web/framed-pages";
import { networkContact } from "@/lib/web/network-contact";
import { currentActor } from "@/lib/web/session";
import { signOutAction } from "./connexion/actions";
import "./globals.css";

const alegreya = localFont({
  src: [
    {
      path: "../node_modules/@fontsource-variable/alegreya/files/alegreya-latin-wght-normal.woff2",
      style: "normal",
    },
  ],
  weight: "400 900",
  variable: "--font-alegreya",
  display: "swap",
});
const rosario = localFont({
  src: "../node_modules/@fontsource-variable/rosario/files/rosario-latin-wght-normal.woff2",
  weight: "300 700",
  variable: "--font-rosario",
  display: "swap",
});

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("common");
  return {
    metadataBase: new URL(env().NEXTAUTH_URL),
    title: { default: t("siteTitle"), template: `%s – ${t("siteTitle")}` },
    description: t("siteDescription"),
  };
}

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  viewportFit: "cover",
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const [language, jar, sent, contact] = await Promise.all([
    getLocale(),
    cookies(),
    headers(),
    networkContact(),
  ]);
  const locale = localeOf(language);
  const chosen = jar.get("theme")?.value;
  const theme = chosen === "light" || chosen === "dark" ? chosen : null;
  const path = sent.get("x-pathname") ?? "/";
  return (
    <html
      lang={locale}
      className={`${alegreya.variable} ${rosario.variable}`}
      {...(theme ? { "data-theme": theme } : {})}
      data-contact={contact}
    >
      <body>
        {isFramedPath(path) ? (
          <main id="contenu">{children}</main>
        ) : (
          <Around path={path} locale={locale} theme={theme} contact={contact}>
            {children}
          </Around>
        )}
      </body>
    </html>
  );
}

type AroundProps = {
  children: ReactNode;
  path: string;
  locale: Locale;
  theme: "light" | "dark" | null;
  contact: string;
};

/** What stands around every page of ours; not around those a partner's site shows inside its own. */
async function Around({ children, path, locale, theme, contact }: AroundProps) {
  const [actor, t] = await Promise.all([currentActor(), getTranslations("common")]);
  const places = { href: "/lieux", label: t("places") };
  const agenda = { href: "/evenements", label: t("agenda") };
  const help = { href: "/membres", label: t("mutualHelp") };
  const understand = { href: "/comprendre", label: t("understand") };
  const survey = { href: "/enquete", label: t("survey") };
  return (
    <>
      <SiteHeader
        labels={{
          home: t("home"),
          homeShort: t("homeShort"),
          navigation: t("navigation"),
          quickNavigation: t("quickNavigation"),
          menu: t("menu"),
          book: t("book"),
          bookShort: t("bookShort"),
          places: t("places"),
          mutualHelp: t("mutualHelp"),
          account: t("account"),
          signIn: t("signIn"),
          signOut: t("signOut"),
          french: t("french"),
          english: t("english"),
          themeDark: t("themeDark"),
          themeLight: t("themeLight"),
          skip: t("skip"),
        }}
        links={[places, agenda, help, survey, understand]}
        path={path}
        signOut={signOutAction}
        locale={locale}
        theme={theme}
        person={await personOf(actor)}
      />
      {env().DEMO ? <DemoBanner isSignedIn={actor.kind === "person"} /> : null}
      <main id="contenu">{children}</main>
      <SiteFooter
        about={t("footerAbout")}
        contact={contact}
        groups={[
          { title: t("footerNetwork"), links: [places, agenda, help, survey, understand] },
          {
            title: t("footerTransparency"),
            links: [
              { href: "/accessibilite", label: t("accessibility", { state: assess().state }) },
              { href: "/donnees-ouvertes", label: t("openData") },
              { href: "/confidentialite", label: t("privacy") },
              { href: "/mentions-legales", label: t("legal") },
            ],
          },
        ]}
      />
    </>
  );
}

async function DemoBanner({ isSignedIn }: { isSignedIn: boolean }) {
  const t = await getTranslations("common");
  return (
    <aside className="demo-banner no-print" aria-label={t("demoBanner")}>
      <p className="wrap flex flex-wrap gap-x-4">
        {t("demoBanner")}
        {isSignedIn ? null : <a href="/connexion">{t("demoAccounts")}</a>}
        <a href="/demo/courriels">{t("demoMails")}</a>
      </p>
    </aside>
  );
}

/** What the menu of somebody signed in shows: their page, and the doors their roles open. */
async function personOf(actor: Actor) {
  if (actor.kind !== "person") return null;
  const t = await getTranslations("common");
  const mayRunSome = actor.grants.some(({ role }) => role === "host" || role === "admin");
  const spaces = mayRunSome ? await listSpaceNames() : [];
  const hostLinks = spaces
    .filter((space) => canRunDay(actor, space.id))
    .map((space) => ({ href: `/hote/${space.slug}`, label: t("hostDay", { space: space.name }) }));
  return {
    name: actor.name ?? t("someone"),
    work: [
      ...hostLinks.slice(0, 1).map(({ href }) => ({ href, label: t("hostDayShort") })),
      ...(isStaff(actor) ? [{ href: "/pilotage", label: t("reports") }] : []),
    ],
    links: [
      { href: "/mon-espace", label: t("account") },
      { href: "/messages", label: t("messages") },
      { href: "/mon-espace/profil", label: t("profile") },
      ...hostLinks,
      ...(isStaff(actor) ? [{ href: "/pilotage", label: t("reports") }] : []),
    ],
  };
}
