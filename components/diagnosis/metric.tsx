import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Section } from "@/components/ui/section";

type MetricProps = {
  id: string;
  title: string;
  /** The finding in a sentence. */
  lead?: string | undefined;
  formula: string;
  base: number;
  children?: ReactNode;
};

/** One figure of the diagnosis; it opens on its formula, its base and what it is not. */
export async function Metric({ id, title, lead, formula, base, children }: MetricProps) {
  const t = await getTranslations("diagnosis");
  return (
    <Section id={id} title={title} className="mt-10">
      {lead ? <p className="mb-4 max-w-measure">{lead}</p> : null}
      {children}
      <details className="mt-3">
        <summary className="btn btn-quiet">{t("how")}</summary>
        <p className="small mt-2 max-w-measure">{formula}</p>
        <p className="small muted mt-2">
          {t("base", { count: base })} {t("notRepresentative")}
        </p>
      </details>
    </Section>
  );
}
