/** Pages of the survey, on our site or inside a partner's page. */
export function surveyAddress(isFramed: boolean) {
  const base = isFramed ? "/enquete/integree" : "/enquete";
  const of = (code: string) => `${base}/repondre/${code}`;
  return {
    step: (code: string, section: string, mark = "") => `${of(code)}?etape=${section}${mark}`,
    review: (code: string) => `${of(code)}/relire`,
    thanks: (code: string) => `${base}/merci/${code}`,
    start: base,
  };
}
