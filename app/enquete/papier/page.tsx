import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { sourceWords } from "@/components/surveys/source-words";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHead } from "@/components/ui/page-head";
import { SelectField } from "@/components/ui/select-field";
import { dayOf } from "@/lib/core/day";
import { formatDay } from "@/lib/core/format";
import { type Locale, localeOf } from "@/lib/core/locale";
import { now } from "@/lib/infra/clock";
import { findComingCampaign, getCampaign } from "@/lib/surveys/campaigns/queries";
import { listSources } from "@/lib/surveys/sources/queries";
import { orNotFound } from "@/lib/web/not-found";
import { currentActor } from "@/lib/web/session";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("paper.page");
  return { title: t("title"), description: t("description") };
}

/** What is printed: the questionnaire, the contact sheet, the poster; by place where it is handed in. */
export default async function PaperPage({ searchParams }: Props) {
  const at = now();
  const [t, language, { src, campagne }] = await Promise.all([
    getTranslations("paper"),
    getLocale(),
    searchParams,
  ]);
  // Another than the current one by its name; one that is being prepared for staff alone.
  const campaign =
    typeof campagne === "string"
      ? await orNotFound(getCampaign(await currentActor(), campagne, at))
      : await findComingCampaign(at);
  if (!campaign) {
    return (
      <div className="wrap max-w-[52rem]">
        <PageHead title={t("page.title")} />
        <EmptyState title={t("page.none")}>
          <a href="/enquete">{t("page.survey")}</a>
        </EmptyState>
      </div>
    );
  }
  const locale = localeOf(language);
  const sources = await listSources(campaign.partners);
  const chosen = sources.find((each) => each.code === src);
  const code = chosen?.code ?? "papier";
  const last = dayOf(new Date(campaign.closesAt.getTime() - 1), campaign.timeZone);
  const day = formatDay(last, locale, dayOf(at, campaign.timeZone));
  const isOver = campaign.closesAt <= at;
  const slug = campagne === undefined ? null : campaign.slug;
  const version = String(campaign.questionnaire.version);
  return (
    <div className="wrap max-w-[52rem]">
      <PageHead title={t("page.title")} lead={t("page.lead")} />
      <p className="font-bold">{t(isOver ? "page.over" : "page.until", { day })}</p>
      <form method="get" action="/enquete/papier" className="panel mt-4 grid gap-4">
        {campagne === undefined ? null : (
          <input type="hidden" name="campagne" value={campaign.slug} />
        )}
        <SelectField
          name="src"
          label={t("page.source")}
          hint={t("page.sourceHint")}
          options={sources
            .filter(({ kind, code: own }) => kind !== "own" || own === "papier")
            .map((each) => ({ value: each.code, label: sourceWords(each, t) }))}
          defaultValue={code}
        />
        <div>
          <button type="submit" className="btn btn-secondary">
            {t("page.show")}
          </button>
        </div>
      </form>
      {chosen ? (
        <p role="status" className="mt-4">
          {t("page.for", { source: sourceWords(chosen, t) })}
        </p>
      ) : null}
      <Sheets
        {...{ code, locale, slug }}
        name="questionnaire"
        title={t("page.questionnaire")}
        lead={t("page.questionnaireLead", { version })}
      />
      <Sheets
        {...{ code, locale, slug }}
        name="contact"
        title={t("page.contact")}
        lead={t("page.contactLead")}
      />
      <Sheets
        {...{ code, locale, slug }}
        name="affiche"
        title={t("page.poster")}
        lead={t("page.posterLead")}
      />
      <p className="muted mt-4">{t("page.format")}</p>
      <section className="rule" aria-labelledby="saisie">
        <h2 id="saisie">{t("page.after")}</h2>
        <p className="mt-3">{t("page.afterLead", { email: campaign.contactEmail })}</p>
        <p className="mt-3">
          <a href={`/enquete?src=${code}`}>{t("page.online")}</a>
        </p>
      </section>
    </div>
  );
}

type SheetsProps = {
  name: "questionnaire" | "contact" | "affiche";
  code: string;
  locale: Locale;
  /** Of a campaign asked for by its name. */
  slug: string | null;
  title: string;
  lead: string;
};

/** One sheet in both languages, and in large print where there is something to write. */
async function Sheets({ name, code, locale, slug, title, lead }: SheetsProps) {
  const t = await getTranslations("paper.page");
  const own = slug === null ? "" : `&campagne=${slug}`;
  const other = locale === "fr" ? "en" : "fr";
  const address = (language: Locale, large: boolean) =>
    `/enquete/papier/${name}?langue=${language}&src=${code}${large ? "&taille=grande" : ""}${own}`;
  const links = [
    { href: address(locale, false), label: t("plain") },
    { href: address(locale, true), label: t("plainLarge"), isLarge: true },
    { href: address(other, false), label: t("other") },
    { href: address(other, true), label: t("otherLarge"), isLarge: true },
  ].filter(({ isLarge }) => !isLarge || name !== "affiche");
  return (
    <section className="rule" aria-labelledby={`feuille-${name}`}>
      <h2 id={`feuille-${name}`}>{title}</h2>
      <p className="my-3">{lead}</p>
      <ul className="paper-sheets">
        {links.map(({ href, label }) => (
          <li key={href}>
            <a href={href}>
              {label}
              <span className="sr-only"> ({title})</span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
