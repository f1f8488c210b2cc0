import type { VersionAddress } from "@/lib/surveys/versions/schema";

/** Pages on which one version is written. */
export function versionPages({ survey, version }: VersionAddress) {
  const base = `/pilotage/enquete/questionnaire/${survey}/${version}`;
  return {
    version: base,
    question: (id: string) => `${base}/question/${id}`,
    section: (id: string) => `${base}/groupe/${id}`,
    preview: `${base}/apercu`,
    step: (section: string, given: string) =>
      `${base}/apercu?etape=${section}${given ? `&reponses=${given}` : ""}`,
  };
}
