import { getTranslations } from "next-intl/server";
import { Poster } from "@/components/illustrations/poster";

/** What coworking is, in three points; `isDemonstration`: what its invented tariffs offer is said too. */
export async function WhatItIs({ isDemonstration }: { isDemonstration: boolean }) {
  const [t, spaces] = await Promise.all([getTranslations("home"), getTranslations("spaces")]);
  return (
    <section className="rule halves" aria-labelledby="what">
      <div className="bank">
        <Poster
          name="interieur"
          label={spaces("poster", { commune: "Luzech" })}
          note={spaces("posterNote")}
        />
      </div>
      <div>
        <h2 id="what">{t("whatTitle")}</h2>
        <dl className="my-5 grid gap-4">
          <Point title={t("what1")} text={t("what1Text")} />
          <Point title={t("what2")} text={t("what2Text")} />
          <Point title={t("what3")} text={t("what3Text")} />
        </dl>
        <p className="flex flex-wrap items-center gap-4">
          <a className="btn btn-secondary" href="/comprendre">
            {t("whatLink")}
          </a>
          {isDemonstration ? <span className="small">{t("whatNote")}</span> : null}
        </p>
      </div>
    </section>
  );
}

function Point({ title, text }: { title: string; text: string }) {
  return (
    <div>
      <dt className="text-h4 font-bold">{title}</dt>
      <dd className="muted">{text}</dd>
    </div>
  );
}
