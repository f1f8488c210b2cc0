import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { z } from "zod";
import { endWords } from "@/components/habilitations/end-words";
import { InductionList } from "@/components/habilitations/induction-list";
import { Message } from "@/components/ui/message";
import { PageHead } from "@/components/ui/page-head";
import { Section } from "@/components/ui/section";
import { localeOf } from "@/lib/core/locale";
import { listInductions } from "@/lib/events/inductions/queries";
import { now } from "@/lib/infra/clock";
import { getHabilitation, listOwnHabilitations } from "@/lib/members/habilitations/queries";
import { nameIn } from "@/lib/members/habilitations/rules";
import { orNotFound } from "@/lib/web/not-found";
import { currentActor } from "@/lib/web/session";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ name }, language] = await Promise.all([read(params), getLocale()]);
  return { title: nameIn(name, localeOf(language)) };
}

export default async function HabilitationPage({ params }: Props) {
  const habilitation = await read(params);
  const at = now();
  const actor = await currentActor();
  const [inductions, held, t, common, language] = await Promise.all([
    listInductions(habilitation.id, at),
    actor.kind === "person" ? listOwnHabilitations(actor, at) : [],
    getTranslations("habilitations"),
    getTranslations("common"),
    getLocale(),
  ]);
  const locale = localeOf(language);
  const own = held.find(({ id, isOver }) => id === habilitation.id && !isOver);
  const { validMonths, places, isWithdrawn } = habilitation;
  const name = nameIn(habilitation.name, locale);
  return (
    <div className="wrap max-w-[52rem]">
      <PageHead
        title={name}
        lead={t("one.lead")}
        crumbsLabel={common("breadcrumb")}
        crumbs={[{ label: common("homeShort"), href: "/" }, { label: name }]}
      />
      {own ? <Message tone="ok">{t("one.own", { end: endWords(own, locale, t) })}</Message> : null}
      {isWithdrawn ? <Message tone="warn">{t("one.withdrawn")}</Message> : null}
      <p className="mt-4">
        {validMonths === null ? t("one.validAlways") : t("one.validMonths", { count: validMonths })}
      </p>
      <Section id="initiations" title={t("one.next")}>
        <InductionList inductions={inductions} />
      </Section>
      <Section id="ou" title={t("one.where")}>
        {places.length === 0 ? <p className="muted">{t("one.nothing")}</p> : null}
        <ul className="rows">
          {places.map(({ slug, name: space, hostName, resources }) => (
            <li key={slug}>
              <a className="inline-flex min-h-11 items-center font-bold" href={`/lieux/${slug}`}>
                {space}
              </a>
              <p>{resources.join(", ")}</p>
              {hostName ? <p className="muted">{t("one.host", { name: hostName })}</p> : null}
            </li>
          ))}
        </ul>
      </Section>
    </div>
  );
}

async function read(params: Props["params"]) {
  const { id } = await params;
  if (!z.uuid().safeParse(id).success) notFound();
  return orNotFound(getHabilitation(id));
}
