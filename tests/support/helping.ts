import { db } from "@/lib/infra/db";
import { aComer } from "./company";
import { aSpace } from "./factories";

/** An ad of that person, asking unless told; open until the end of July 2026. */
export async function anAd(
  personId: string,
  { kind = "ask", title = "Cherche comptable", theme = "other" }: Partial<AdFacts> = {},
) {
  const validUntil = new Date("2026-07-31T00:00:00Z");
  return db.ad.create({
    data: { personId, kind, theme, title, text: title, validUntil, searchText: title },
  });
}

type AdFacts = { kind: "ask" | "offer" | "lend" | "carpool"; title: string; theme: string };

/** Somebody who looks for a bookkeeper and one who says to be one, both seen in one space on that Tuesday. */
export async function aBookkeeperAndASeeker() {
  const space = await aSpace({ desks: 6 });
  const seeker = await aComer(space, { desk: 0, name: "Yann Delmas" });
  const ad = await anAd(seeker.personId);
  const profile = { skills: ["Comptabilité"], audiences: { skills: "members", name: "members" } };
  const helper = await aComer(space, { desk: 1, name: "Jeanne Miquel", profile });
  return { space, seeker, helper, ad };
}
