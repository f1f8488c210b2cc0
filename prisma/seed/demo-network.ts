import { db } from "@/lib/infra/db";
import type { NetworkSettings } from "@/lib/privacy/network-settings/schema";

/** Invented, and saying so: an installation of its own writes them at /pilotage/reseau. */
const invented: NetworkSettings = {
  publisherName: "Réseau Cowloting (démonstration)",
  publisherAddress: "1 place inventée, 46140 Luzech (démonstration)",
  publisherPhone: "05 00 00 00 00 (démonstration)",
  contactEmail: "reseau@demo.test",
  publicationDirector: "Direction du réseau (démonstration)",
  hostingName: "Hébergeur inventé (démonstration)",
  hostingAddress: "2 rue inventée, 46000 Cahors (démonstration)",
  hostingPhone: "05 00 00 00 01 (démonstration)",
  mailProviderName: "Aucun, les courriels restent ici (démonstration)",
  dataProtectionContact: "donnees@demo.test",
};

export async function seedNetwork(at: Date): Promise<void> {
  await db.networkSetting.createMany({
    data: Object.entries(invented).map(([key, value]) => ({ key, value, updatedAt: at })),
    skipDuplicates: true,
  });
}
