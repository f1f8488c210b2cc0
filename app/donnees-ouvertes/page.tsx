import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { CodeBook } from "@/components/open-data/code-book";
import { OpenSet } from "@/components/open-data/open-set";
import { Message } from "@/components/ui/message";
import { PageHead } from "@/components/ui/page-head";
import { Section } from "@/components/ui/section";
import { dayOf } from "@/lib/core/day";
import { formatDay } from "@/lib/core/format";
import { type Locale, localeOf } from "@/lib/core/locale";
import { now } from "@/lib/infra/clock";
import { env } from "@/lib/infra/env";
import { getNetworkSettings } from "@/lib/privacy/network-settings/queries";
import { networkTimeZone } from "@/lib/spaces/schema";
import { licence, openWords } from "@/lib/web/api/open/codes";
import { readOpenSets } from "@/lib/web/api/open/sets";
import { codeBooks, setWords } from "./_files/words";

const catalogue = "/api/v1/open/catalogue";

export async function generateMetadata(): Promise<Metadata> {
  return {
    title: (await getTranslations("openData"))("title"),
    alternates: { types: { "application/ld+json": catalogue } },
  };
}

export default async function OpenDataPage() {
  const at = now();
  const [t, locale, network, sets] = await Promise.all([
    getTranslations("openData"),
    getLocale().then(localeOf),
    getNetworkSettings(),
    readOpenSets(at),
  ]);
  const today = dayOf(at, networkTimeZone);
  const mention = t("mention", {
    publisher: network.publisherName || "Cowloting",
    day: `${formatDay(today, locale)} ${today.slice(0, 4)}`,
  });
  return (
    <div className="wrap">
      <PageHead title={t("title")} lead={t("lead")} />
      {env().DEMO ? <Message tone="info">{t("demonstration")}</Message> : null}
      <Section id="fichiers" title={t("setsTitle")} className="mt-8">
        {setWords(sets, openWords[locale], locale).map((set) => (
          <OpenSet
            key={set.id}
            set={set}
            changes={t("changes", { often: set.often })}
            filesTitle={t("files")}
          />
        ))}
      </Section>
      <Section id="petits-nombres" title={t("smallTitle")} className="mt-12">
        <p className="max-w-measure">{t("small")}</p>
      </Section>
      <Section id="champs" title={t("codesTitle")} className="mt-12">
        <p className="mb-4 max-w-measure">
          {t("codesLead")} <a href={`/api/v1/open/codes.csv?lang=${locale}`}>{t("codesFile")}</a>
        </p>
        {codeBooks(openWords[locale]).map(({ id, files, fields }) => (
          <CodeBook key={id} {...{ files, fields }} field={t("field")} meaning={t("meaning")} />
        ))}
      </Section>
      <Terms locale={locale} mention={mention} contact={network.contactEmail} />
    </div>
  );
}

type TermsProps = { locale: Locale; mention: string; contact: string };

async function Terms({ locale, mention, contact }: TermsProps) {
  const t = await getTranslations({ locale, namespace: "openData" });
  const linkTo = (href: string, label: string) => () => <a href={href}>{label}</a>;
  return (
    <>
      <Section id="licence" title={t("licenceTitle")} className="mt-12">
        <p className="max-w-measure">
          {t.rich("licence", {
            link: () => (
              <a href={licence} rel="license noopener">
                {t("licenceName")}
              </a>
            ),
          })}
        </p>
        <p className="mt-2 max-w-measure">{t("cite", { mention })}</p>
      </Section>
      <Section id="programmes" title={t("catalogueTitle")} className="mt-12">
        <p className="max-w-measure">
          {t.rich("catalogue", {
            link: linkTo(catalogue, t("catalogueName")),
            api: linkTo("/api/v1/openapi.json", t("apiName")),
          })}
        </p>
      </Section>
      <Section id="ecrire" title={t("contactTitle")} className="mt-12">
        <p className="max-w-measure">
          {t.rich("contact", { link: linkTo(`mailto:${contact}`, contact) })}
        </p>
      </Section>
    </>
  );
}
