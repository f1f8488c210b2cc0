import { db } from "@/lib/infra/db";
import type { NamedCommune } from "../forms/schema";
import type { CommuneChoices } from "./schema";

/** Answers to "which commune" that are none of the reference list. */
export const elsewhere = ["ailleurs_46", "ailleurs_fr", "etranger", "nsp"] as const;

/** Communes a respondent may name; those of the territory apart. */
export async function listCommuneChoices(): Promise<CommuneChoices> {
  const communes = await db.commune.findMany({ select: { insee: true, isMember: true } });
  const of = (isMember: boolean) =>
    communes.filter((commune) => commune.isMember === isMember).map(({ insee }) => insee);
  return { members: new Set(of(true)), others: new Set([...of(false), ...elsewhere]) };
}

/** The same by name, those of the territory first: what a form offers and reads. */
export async function listNamedCommunes(): Promise<(NamedCommune & { isMember: boolean })[]> {
  return db.commune.findMany({
    select: { insee: true, name: true, isMember: true },
    orderBy: [{ isMember: "desc" }, { name: "asc" }],
  });
}
