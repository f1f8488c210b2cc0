import type { PersonActor } from "@/lib/core/actor";
import { ok, type Result, refuse } from "@/lib/core/result";
import { inTransaction, type Tx } from "@/lib/infra/db";
import { searchTexts } from "../directory/rules";
import { listNamesToRespect } from "../names/queries";
import { decideName } from "../names/rules";
import { residenceOf } from "../residences/rules";
import { contentSelect, profileOf, spacesById } from "./queries";
import type { ProfileInput, ProfileRefusal } from "./schema";

/**
 * Writes the whole of one's own profile with who sees each field, and what the search reads of it.
 * Refuses `unknown_commune` and `ambiguous_commune` (with the names it may be), `unknown_space`, and a new
 * name taken for the network's (`official_name`) or for that of a host or staff (`name_of_role_holder`);
 * then nothing of the form is kept.
 */
export async function saveProfile(
  actor: PersonActor,
  input: ProfileInput,
): Promise<Result<null, ProfileRefusal>> {
  const { personId } = actor;
  return inTransaction(async (tx) => {
    const residence = await readResidence(tx, input.commune);
    if (!residence.ok) return residence;
    const spaces = await spacesById(tx);
    if (input.usualSpace && !spaces.has(input.usualSpace)) return refuse("unknown_space");
    const misleading = await whyNotNamed(tx, personId, input.name);
    if (misleading) return refuse(misleading);
    const data = columnsOf(input, residence.value);
    await tx.person.update({ where: { id: personId }, data: { name: input.name } });
    await tx.profile.upsert({
      where: { personId },
      create: { personId, ...data },
      update: data,
    });
    await writeSearchTexts(tx, personId);
    return ok(null);
  });
}

function columnsOf(input: ProfileInput, communeId: string | null) {
  const { skills, teaches, seeks, themes, languages, links, sharesPresence, audiences } = input;
  return {
    ...{ skills, teaches, seeks, themes, languages, links, sharesPresence, audiences },
    communeId,
    activity: input.activity ?? null,
    situation: input.situation ?? null,
    usualSpaceId: input.usualSpace ?? null,
    rhythm: input.rhythm ?? null,
  };
}

/** A name one has already is not asked about again: somebody else may have been given a role since. */
async function whyNotNamed(tx: Tx, personId: string, name: string) {
  const person = await tx.person.findUniqueOrThrow({
    where: { id: personId },
    select: { name: true },
  });
  if (person.name === name) return null;
  const reason = decideName({ personId, name }, await listNamesToRespect(tx));
  if (!reason) return null;
  return reason === "official" ? "official_name" : "name_of_role_holder";
}

async function readResidence(
  tx: Tx,
  typed: string | undefined,
): Promise<Result<string | null, ProfileRefusal>> {
  if (!typed) return ok(null);
  const communes = await tx.commune.findMany({
    select: { insee: true, name: true },
    orderBy: [{ isMember: "desc" }, { name: "asc" }],
  });
  const residence = residenceOf(typed, communes);
  if (residence.found) return ok(residence.found.insee);
  const suggestions = residence.suggestions.map(({ name }) => name);
  return refuse(residence.isAmbiguous ? "ambiguous_commune" : "unknown_commune", { suggestions });
}

/** What the directory searches of a person, written anew after any change of what their profile says. */
export async function writeSearchTexts(tx: Tx, personId: string): Promise<void> {
  const row = await tx.person.findUniqueOrThrow({
    where: { id: personId },
    select: contentSelect,
  });
  const { content, audiences } = profileOf(row, await spacesById(tx));
  await tx.profile.updateMany({
    where: { personId },
    data: searchTexts(content, audiences),
  });
}
