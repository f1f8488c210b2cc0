/**
 * What is wrong with a text as a schema.org Event, by what schema.org and Google's page on events ask:
 * properties that must be there, of which type, and no property the vocabulary does not give that type.
 * A reader of our own; empty = nothing.
 */
export function faultsOfStructuredEvent(json: string): string[] {
  const data: unknown = JSON.parse(json);
  if (!isNode(data)) return ["not an object"];
  const context = data["@context"] === "https://schema.org" ? [] : ["@context: not schema.org"];
  return [...context, ...faultsOf(data, ["Event"], ""), ...orderFaults(data)];
}

type Node = Record<string, unknown>;
type Check = (value: unknown, path: string) => string[];

const isNode = (value: unknown): value is Node =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const says =
  (what: string, isRight: (value: unknown) => boolean): Check =>
  (value, path) =>
    isRight(value) ? [] : [`${path}: ${what}, is ${JSON.stringify(value)}`];

const text = says("a text", (value) => typeof value === "string" && value.trim() !== "");
const url = says(
  "an http address",
  (value) => typeof value === "string" && /^https?:$/.test(URL.parse(value)?.protocol ?? ""),
);
/** With its zone, so that nobody reads it on another wall. */
const instant = says(
  "an instant with its zone",
  (value) =>
    typeof value === "string" &&
    /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/.test(value) &&
    !Number.isNaN(Date.parse(value)),
);
const whole = says("a whole number", (value) => Number.isInteger(value) && Number(value) >= 0);
const flag = says("true or false", (value) => typeof value === "boolean");
const degrees = (most: number) =>
  says("degrees", (value) => typeof value === "number" && Math.abs(value) <= most);
const oneOf = (...names: string[]) =>
  says(`one of ${names.join(", ")}`, (value) =>
    names.some((name) => value === `https://schema.org/${name}`),
  );
const pattern = (what: string, shape: RegExp) =>
  says(what, (value) => typeof value === "string" && shape.test(value));
const node =
  (...types: string[]): Check =>
  (value, path) =>
    isNode(value) ? faultsOf(value, types, path) : [`${path}: not a ${types.join(" or ")}`];
const several =
  (check: Check): Check =>
  (value, path) =>
    Array.isArray(value) && value.length > 0
      ? value.flatMap((each, index) => check(each, `${path}[${index}]`))
      : [`${path}: not a list`];

type Shape = { required: Record<string, Check>; optional: Record<string, Check> };

const shapes: Record<string, Shape> = {
  Event: {
    required: {
      name: text,
      description: text,
      url,
      startDate: instant,
      endDate: instant,
      eventStatus: oneOf("EventScheduled", "EventCancelled"),
      eventAttendanceMode: oneOf("OfflineEventAttendanceMode", "OnlineEventAttendanceMode"),
      location: node("Place", "VirtualLocation"),
      organizer: node("Organization"),
      offers: several(node("Offer")),
      isAccessibleForFree: flag,
      inLanguage: pattern("a language", /^[a-z]{2,3}(-[A-Z]{2})?$/),
    },
    optional: {
      maximumAttendeeCapacity: whole,
      remainingAttendeeCapacity: whole,
      performer: several(node("Person")),
      image: url,
    },
  },
  Place: {
    required: { name: text, address: node("PostalAddress") },
    optional: { geo: node("GeoCoordinates") },
  },
  VirtualLocation: { required: { url }, optional: {} },
  PostalAddress: {
    required: { addressLocality: text, addressCountry: pattern("a country", /^[A-Z]{2}$/) },
    optional: { streetAddress: text, postalCode: pattern("a postal code", /^\d{5}$/) },
  },
  GeoCoordinates: { required: { latitude: degrees(90), longitude: degrees(180) }, optional: {} },
  Organization: { required: { name: text, url }, optional: {} },
  Person: { required: { name: text }, optional: {} },
  Offer: {
    required: {
      price: pattern("a price", /^\d+\.\d{2}$/),
      priceCurrency: pattern("a currency", /^[A-Z]{3}$/),
      availability: oneOf("InStock", "SoldOut"),
      url,
    },
    optional: { name: text, validFrom: instant },
  },
};

function faultsOf(data: Node, types: string[], path: string): string[] {
  const type = types.find((each) => each === data["@type"]);
  const shape = type ? shapes[type] : undefined;
  if (!shape) return [`${path}@type: not ${types.join(" or ")}`];
  const { required, optional } = shape;
  const known: Record<string, Check> = { ...required, ...optional };
  const missing = Object.keys(required)
    .filter((name) => !(name in data))
    .map((name) => `${path}${name}: missing`);
  const wrong = Object.entries(data)
    .filter(([name]) => !name.startsWith("@"))
    .flatMap(([name, value]) =>
      known[name]
        ? known[name](value, `${path}${name}`)
        : [`${path}${name}: not a property of ${type}`],
    );
  return [...missing, ...wrong];
}

/** What each is right about alone and wrong about together. */
function orderFaults(data: Node): string[] {
  const [start, end] = [String(data["startDate"]), String(data["endDate"])];
  const isOnline = String(data["eventAttendanceMode"]).includes("Online");
  const location = data["location"];
  const isVirtual = isNode(location) && location["@type"] === "VirtualLocation";
  return [
    ...(Date.parse(start) < Date.parse(end) ? [] : ["endDate: not after startDate"]),
    ...(isOnline === isVirtual ? [] : ["location: not where eventAttendanceMode says"]),
  ];
}
