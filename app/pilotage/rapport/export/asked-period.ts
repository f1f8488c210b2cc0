/** What an address says of a period, for readPeriod. */
export function askedPeriod(searchParams: URLSearchParams) {
  const of = (key: string) => searchParams.get(key) ?? "";
  return { periode: of("periode"), jour: of("jour"), du: of("du"), au: of("au") };
}
