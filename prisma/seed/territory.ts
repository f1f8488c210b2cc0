import { readFileSync } from "node:fs";
import path from "node:path";
import { systemActor } from "@/lib/core/actor";
import { loadSchoolHolidays } from "@/lib/spaces/school-holidays/commands";
import { schoolHolidaysFile } from "@/lib/spaces/school-holidays/schema";
import { loadTerritory } from "@/lib/spaces/territory/commands";
import { communesFile, placesFile } from "@/lib/spaces/territory/schema";

const directory = path.resolve("prisma/data");

function read(name: string): unknown {
  return JSON.parse(readFileSync(path.join(directory, name), "utf8"));
}

/** Loads the reference data of the valley; another network replaces the files. */
export async function seedTerritory(): Promise<void> {
  await loadTerritory(systemActor("seed"), {
    communes: communesFile.parse(read("communes-reference.json")),
    places: placesFile.parse(read("tiers-lieux.json")),
  });
  const holidays = schoolHolidaysFile.parse(read("school-holidays.json"));
  await loadSchoolHolidays(systemActor("seed"), holidays);
}
