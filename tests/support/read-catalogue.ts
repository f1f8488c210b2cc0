import { z } from "zod";

const node = z.record(z.string(), z.unknown());
const id = z.strictObject({ "@id": z.url() });
const worded = z.array(z.strictObject({ "@value": z.string().min(1), "@language": z.string() }));
const date = z.strictObject({ "@value": z.iso.date(), "@type": z.literal("xsd:date") });
const agent = z.looseObject({ "@type": z.literal("foaf:Agent"), "foaf:name": z.string().min(1) });

const distribution = z.looseObject({
  "@id": z.url(),
  "@type": z.literal("dcat:Distribution"),
  "dct:title": worded,
  "dcat:accessURL": id,
  "dcat:downloadURL": id,
  "dcat:mediaType": id,
  "dct:format": id,
  "dct:license": id,
  "dcat:byteSize": z
    .strictObject({
      "@value": z.string().regex(/^\d+$/),
      "@type": z.literal("xsd:nonNegativeInteger"),
    })
    .optional(),
  "dct:modified": date.optional(),
});

const dataset = z.looseObject({
  "@id": z.url(),
  "@type": z.literal("dcat:Dataset"),
  "dct:title": worded,
  "dct:description": worded,
  "dct:publisher": agent,
  "dcat:contactPoint": z.looseObject({ "vcard:hasEmail": z.looseObject({ "@id": z.string() }) }),
  "dcat:theme": id,
  "dct:accrualPeriodicity": id,
  "dct:modified": date.optional(),
  "dct:temporal": z
    .strictObject({
      "@type": z.literal("dct:PeriodOfTime"),
      "dcat:startDate": date,
      "dcat:endDate": date,
    })
    .optional(),
  "dcat:distribution": z.array(distribution).min(1),
});

const catalogue = z.looseObject({
  "@context": z.record(z.string(), z.url()),
  "@id": z.url(),
  "@type": z.literal("dcat:Catalog"),
  "dct:title": worded,
  "dct:description": worded,
  "dct:publisher": agent,
  "dct:license": id,
  "dcat:dataset": z.array(dataset).min(1),
});

/**
 * A catalogue read as JSON-LD: what DCAT-AP makes compulsory is there, every name has a prefix of the
 * context, and no two things of another type bear one identifier. Throws on anything else.
 */
export function readCatalogue(text: string): z.infer<typeof catalogue> {
  const read = catalogue.parse(JSON.parse(text));
  const prefixes = Object.keys(read["@context"]);
  const types = new Map<string, unknown>();
  walk(read, (one) => {
    checkNames(Object.keys(one), prefixes);
    const { "@id": known, "@type": type } = one;
    if (typeof known !== "string" || !type) return;
    if ((types.get(known) ?? type) !== type) throw new Error(`two things: ${known}`);
    types.set(known, type);
  });
  return read;
}

function checkNames(names: string[], prefixes: string[]): void {
  const wrong = names.find((name) => {
    const [prefix = "", local = ""] = name.split(":");
    return !name.startsWith("@") && (local === "" || !prefixes.includes(prefix));
  });
  if (wrong) throw new Error(`no such prefix: ${wrong}`);
}

function walk(value: unknown, visit: (one: z.infer<typeof node>) => void): void {
  if (Array.isArray(value)) {
    for (const each of value) walk(each, visit);
    return;
  }
  const read = node.safeParse(value);
  if (!read.success) return;
  visit(read.data);
  for (const [name, inner] of Object.entries(read.data)) {
    if (name !== "@context") walk(inner, visit);
  }
}
