import { db } from "@/lib/infra/db";
import { aMember } from "./actors";
import { aCommune } from "./factories";
import { anOrganisation } from "./organisations";

/** A town hall staff said to be of a commune of the territory, and one of its delegates. */
export async function aTownHall() {
  const [clerk, beneficiary] = [await aMember(), await aMember()];
  const commune = await aCommune({ isMember: true });
  const people = { delegates: [clerk], beneficiaries: [beneficiary] };
  const { id: organisationId } = await anOrganisation(people);
  await db.organisation.update({
    where: { id: organisationId },
    data: { communeId: commune.insee },
  });
  return { clerk, beneficiary, commune, desk: { kind: "town_hall", organisationId } as const };
}
