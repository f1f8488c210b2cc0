import type { Locale } from "@/lib/core/locale";
import type { VersionAddress } from "@/lib/surveys/versions/schema";

/** A version as it is previewed: in the texts of this campaign, where there is one. */
export type PreviewAddress = VersionAddress & { campaign?: string | undefined };

/** Pages on which one version is written. */
export function versionPages({ survey, version }: VersionAddress) {
  const base = `/pilotage/enquete/questionnaire/${survey}/${version}`;
  return {
    version: base,
    question: (id: string) => `${base}/question/${id}`,
    section: (id: string) => `${base}/groupe/${id}`,
    preview: `${base}/apercu`,
  };
}

/** Pages of a preview: its beginning, and a step with the answers so far as an address carries them. */
export function previewPages({ campaign, ...address }: PreviewAddress) {
  const { preview } = versionPages(address);
  const own = campaign ? `campagne=${campaign}&` : "";
  return {
    start: (language: Locale) => `${preview}?${own}langue=${language}`,
    step: (section: string, given: string, language: Locale) =>
      `${preview}?${own}etape=${section}${given ? `&reponses=${given}` : ""}&langue=${language}`,
  };
}
