/** Names that Microsoft's calendars give to zones (CLDR windowsZones), as far as ours may meet them. */
const windowsZones: Record<string, string> = {
  "Romance Standard Time": "Europe/Paris",
  "W. Europe Standard Time": "Europe/Berlin",
  "Central Europe Standard Time": "Europe/Budapest",
  "Central European Standard Time": "Europe/Warsaw",
  "GMT Standard Time": "Europe/London",
  "Greenwich Standard Time": "Atlantic/Reykjavik",
  "E. Europe Standard Time": "Europe/Chisinau",
  "GTB Standard Time": "Europe/Bucharest",
  "FLE Standard Time": "Europe/Kiev",
  "Morocco Standard Time": "Africa/Casablanca",
  "W. Central Africa Standard Time": "Africa/Lagos",
  "SA Western Standard Time": "America/La_Paz",
  "SA Eastern Standard Time": "America/Cayenne",
  "Mauritius Standard Time": "Indian/Mauritius",
  "Central Pacific Standard Time": "Pacific/Guadalcanal",
  "Eastern Standard Time": "America/New_York",
  "Pacific Standard Time": "America/Los_Angeles",
  "Coordinated Universal Time": "UTC",
  "tzone://Microsoft/Utc": "UTC",
};

/** Asking the runtime for a zone is slow, and a calendar says the same one at each line. */
const asked = new Map<string, string | null>();
const mostAsked = 500;

/**
 * The IANA zone a calendar means by that name, with whatever its program writes before it
 * (« /citadel.org/20211207_1/Europe/Paris »); null when nobody can tell.
 */
export function zoneMeant(name: string): string | null {
  const known = asked.get(name);
  if (known !== undefined) return known;
  const zone = name.length > 100 ? null : findZone(name);
  if (asked.size >= mostAsked) asked.clear();
  asked.set(name, zone);
  return zone;
}

function findZone(name: string): string | null {
  if (Object.hasOwn(windowsZones, name)) return windowsZones[name] ?? null;
  const parts = name.split("/").filter((part) => part !== "");
  const candidates = [3, 2, 1].map((count) => parts.slice(-count).join("/"));
  return candidates.find(isZone) ?? null;
}

function isZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}
