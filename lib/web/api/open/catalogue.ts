import type { Locale } from "@/lib/core/locale";
import { env } from "@/lib/infra/env";
import { getNetworkSettings } from "@/lib/privacy/network-settings/queries";
import { Written } from "../operation";
import { licence, openWords } from "./codes";
import type { OpenSet } from "./files";
import { mediationSchema } from "./places";
import { type Distribution, type OpenSetRead, readOpenSets } from "./sets";

const authority = "http://publications.europa.eu/resource/authority";
const languages: Record<Locale, string> = {
  fr: `${authority}/language/FRA`,
  en: `${authority}/language/ENG`,
};
const frequencies: Record<OpenSet, string> = {
  places: "IRREG",
  use: "MONTHLY",
  events: "IRREG",
  survey: "IRREG",
};
const themes: Record<OpenSet, string> = {
  places: "REGI",
  use: "REGI",
  events: "EDUC",
  survey: "SOCI",
};

const context = {
  dcat: "http://www.w3.org/ns/dcat#",
  dct: "http://purl.org/dc/terms/",
  foaf: "http://xmlns.com/foaf/0.1/",
  vcard: "http://www.w3.org/2006/vcard/ns#",
  xsd: "http://www.w3.org/2001/XMLSchema#",
};

/** The catalogue of the open data (DCAT-AP) as JSON-LD: each set, each address, its type, size and period. */
export async function writeCatalogue(at: Date): Promise<Written> {
  const [sets, network] = await Promise.all([readOpenSets(at), getNetworkSettings()]);
  const origin = env().NEXTAUTH_URL;
  const publisher = {
    "@id": `${origin}/mentions-legales`,
    "@type": "foaf:Agent",
    "foaf:name": network.publisherName || "Cowloting",
  };
  const contact = {
    "@type": "vcard:Organization",
    "vcard:fn": publisher["foaf:name"],
    "vcard:hasEmail": { "@id": `mailto:${network.contactEmail}` },
  };
  const shared = { publisher, contact, origin, at };
  return new Written({
    "@context": context,
    "@id": `${origin}/api/v1/open/catalogue`,
    "@type": "dcat:Catalog",
    "dct:title": inBoth(({ title }) => title),
    "dct:description": inBoth(({ lead }) => lead),
    "dct:publisher": publisher,
    "dct:language": Object.values(languages).map(link),
    "dct:license": link(licence),
    "foaf:homepage": link(`${origin}/donnees-ouvertes`),
    "dcat:dataset": await Promise.all(sets.map((set) => datasetOf(set, shared))),
  });
}

type Shared = { publisher: object; contact: object; origin: string; at: Date };

async function datasetOf(read: OpenSetRead, { publisher, contact, origin, at }: Shared) {
  const { set, id, title, modified, period, distributions } = read;
  const page = `${origin}/donnees-ouvertes#${id}`;
  const own = ({ sets }: Words) => sets[set];
  return {
    "@id": page,
    "@type": "dcat:Dataset",
    "dct:identifier": id,
    "dct:title": title ? both(title) : inBoth((words) => own(words).title),
    "dct:description": inBoth((words) => own(words).text),
    "dct:publisher": publisher,
    "dcat:contactPoint": contact,
    "dcat:landingPage": link(`${origin}/donnees-ouvertes`),
    "dcat:theme": link(`${authority}/data-theme/${themes[set]}`),
    "dct:accrualPeriodicity": link(`${authority}/frequency/${frequencies[set]}`),
    ...(set === "places" ? { "dct:conformsTo": link(mediationSchema) } : {}),
    ...(modified ? { "dct:modified": dated(modified) } : {}),
    ...(period
      ? {
          "dct:temporal": {
            "@type": "dct:PeriodOfTime",
            "dcat:startDate": dated(period.first),
            "dcat:endDate": dated(period.last),
          },
        }
      : {}),
    "dcat:distribution": await Promise.all(
      distributions.map((one) => distributionOf(one, read, { origin, at })),
    ),
  };
}

async function distributionOf(
  { name, path, mediaType, format, locale, size }: Distribution,
  { modified }: OpenSetRead,
  { origin, at }: { origin: string; at: Date },
) {
  const address = link(`${origin}${path}`);
  const bytes = size ? await size(at) : null;
  return {
    "@id": `${origin}${path}`,
    "@type": "dcat:Distribution",
    "dct:title": inBoth(({ fileNames }) => fileNameIn(fileNames, name)),
    "dcat:accessURL": address,
    "dcat:downloadURL": address,
    "dcat:mediaType": link(`https://www.iana.org/assignments/media-types/${mediaType}`),
    "dct:format": link(`${authority}/file-type/${format}`),
    "dct:license": link(licence),
    ...(locale ? { "dct:language": link(languages[locale]) } : {}),
    ...(modified ? { "dct:modified": dated(modified) } : {}),
    ...(bytes === null
      ? {}
      : { "dcat:byteSize": { "@value": String(bytes), "@type": "xsd:nonNegativeInteger" } }),
  };
}

type Words = (typeof openWords)[Locale];

function fileNameIn(names: Record<string, string>, name: string): string {
  return names[name] ?? name;
}

function inBoth(said: (words: Words) => string) {
  return both({ fr: said(openWords.fr), en: said(openWords.en) });
}

function both({ fr, en }: { fr: string; en: string }) {
  return [
    { "@value": fr, "@language": "fr" },
    { "@value": en, "@language": "en" },
  ];
}

function link(address: string) {
  return { "@id": address };
}

function dated(day: string) {
  return { "@value": day, "@type": "xsd:date" };
}
