import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import type { Wording } from "@/components/questionnaires/fault-words";
import { localeOf } from "@/lib/core/locale";
import { getVersion } from "@/lib/surveys/versions/queries";
import { type VersionView, versionAddress } from "@/lib/surveys/versions/schema";
import { orNotFound } from "@/lib/web/not-found";
import { requirePerson } from "@/lib/web/session";

export type VersionParams = { survey: string; version: string };

/** What the pages of one version begin with: the version, its words, and what its forms send unseen. */
export async function readVersionPage(
  params: VersionParams,
  path: string,
): Promise<{ view: VersionView; wording: Wording; hidden: Record<string, string> }> {
  const actor = await requirePerson(
    `/pilotage/enquete/questionnaire/${params.survey}/${params.version}${path}`,
  );
  const address = versionAddress.safeParse(params);
  if (!address.success) notFound();
  const view = await orNotFound(getVersion(actor, address.data));
  const [t, language] = await Promise.all([getTranslations("questionnaires"), getLocale()]);
  const { survey, version, revision, questionnaire } = view;
  return {
    view,
    wording: { t, locale: localeOf(language), questionnaire },
    hidden: { survey, version: String(version), revision: String(revision) },
  };
}
