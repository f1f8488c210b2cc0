import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { HeldNote } from "@/components/campaigns/held-note";
import { BarTable } from "@/components/diagnosis/bar-table";
import { placesWords } from "@/components/turnout/turnout-words";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHead } from "@/components/ui/page-head";
import { isStaff } from "@/lib/core/actor";
import { formatNumber } from "@/lib/core/format";
import { type Locale, localeOf } from "@/lib/core/locale";
import { findCurrentCampaign } from "@/lib/surveys/campaigns/queries";
import { countHeldDays } from "@/lib/surveys/floods/bursts/queries";
import { getTurnout, type NamedTurnout } from "@/lib/surveys/turnout/queries";
import { outside, type Turnout } from "@/lib/surveys/turnout/rules";
import { orNotFound } from "@/lib/web/not-found";
import { requirePerson } from "@/lib/web/session";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("paper.coverage"))("title") };
}

/** Where to push: answers for a thousand inhabitants by commune, the furthest behind first. */
export default async function TurnoutPage({ searchParams }: Props) {
  const actor = await requirePerson("/pilotage/enquete/couverture");
  if (!isStaff(actor)) notFound();
  const [t, common, reports, campaigns, { campagne }] = await Promise.all([
    getTranslations("paper.coverage"),
    getTranslations("common"),
    getTranslations("reports"),
    getTranslations("campaigns"),
    searchParams,
  ]);
  const slug = typeof campagne === "string" ? campagne : (await findCurrentCampaign())?.slug;
  const heldDays = await orNotFound(countHeldDays(actor));
  const found = slug === undefined ? null : await orNotFound(getTurnout(actor, slug));
  return (
    <div className="wrap max-w-[60rem]">
      <PageHead
        title={t("title")}
        crumbsLabel={common("breadcrumb")}
        crumbs={[
          { label: reports("pageTitle"), href: "/pilotage" },
          { label: campaigns("title"), href: "/pilotage/enquete" },
          { label: t("title") },
        ]}
      />
      {slug === undefined ? null : <HeldNote slug={slug} days={heldDays.get(slug)} />}
      <Told found={found} locale={localeOf(await getLocale())} />
    </div>
  );
}

async function Told({ found, locale }: { found: NamedTurnout | null; locale: Locale }) {
  const t = await getTranslations("paper.coverage");
  if (!found) {
    return (
      <EmptyState title={t("none")}>
        <a href="/enquete/papier">/enquete/papier</a>
      </EmptyState>
    );
  }
  const { turnout, names } = found;
  if (!turnout) {
    return (
      <EmptyState title={t("tooFew")}>
        <p>{t("tooFewLead")}</p>
      </EmptyState>
    );
  }
  return <Gauge turnout={turnout} names={names} locale={locale} />;
}

/** So many are named as where to begin. */
const firstFew = 3;

type GaugeProps = { turnout: Turnout; names: ReadonlyMap<string, string>; locale: Locale };

async function Gauge({ turnout, names, locale }: GaugeProps) {
  const t = await getTranslations("paper.coverage");
  const { lines, respondents, perThousand, waiting } = turnout;
  const number = (value: number | null) =>
    value === null ? t("unknown") : formatNumber(value, locale);
  const named = new Map([...names, [outside, t("outside")]]);
  const placeOf = (communes: readonly string[]) => placesWords(communes, named, locale);
  const behind = lines.filter(({ missing }) => missing > 0).slice(0, firstFew);
  const rows = lines.map((line) => {
    const place = placeOf(line.communes);
    const isTogether = line.communes.length > 1 && line.respondents > 0;
    return {
      key: line.communes.join(" "),
      label: isTogether ? t("together", { place }) : place,
      bar: line.perThousand ?? 0,
      cells: [
        line.respondents === 0 ? t("noAnswer") : number(line.respondents),
        number(line.perThousand),
        line.missing === 0 ? t("enough") : number(line.missing),
      ],
    };
  });
  return (
    <>
      <p className="lead">{t("lead", { count: respondents, rate: number(perThousand) })}</p>
      {waiting > 0 ? <p className="mt-3">{t("waiting", { count: waiting })}</p> : null}
      <section className="rule" aria-labelledby="commencer">
        <h2 id="commencer">{t("first")}</h2>
        {behind.length > 0 ? (
          <ol className="turnout-first">
            {behind.map(({ communes, missing }) => (
              <li key={communes.join(" ")}>{t("line", { place: placeOf(communes), missing })}</li>
            ))}
          </ol>
        ) : (
          <p className="mt-3">{t("even")}</p>
        )}
        <p className="mt-4 flex flex-wrap gap-4 no-print">
          <a className="btn btn-secondary" href="/pilotage/enquete/relance">
            {t("remind")}
          </a>
          <a className="btn btn-quiet" href="/pilotage/enquete/diagnostic">
            {t("diagnosis")}
          </a>
        </p>
      </section>
      <section className="rule" aria-labelledby="toutes">
        <h2 id="toutes">{t("all")}</h2>
        <p className="muted mt-3 mb-4">{t("note")}</p>
        <BarTable
          caption={t("table")}
          columns={[t("commune"), t("answers"), t("rate"), t("missing")]}
          rows={rows}
          empty={t("even")}
        />
        <p className="muted mt-4 no-print">{t("print")}</p>
      </section>
    </>
  );
}
