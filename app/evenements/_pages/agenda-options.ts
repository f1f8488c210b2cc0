import { listCommunes, listSpaceNames } from "@/lib/spaces/queries";

/** The spaces and communes a search offers, and the ones it asks for. */
export async function agendaOptions() {
  const [spaces, communes] = await Promise.all([listSpaceNames(), listCommunes()]);
  return {
    spaces: spaces.map(({ slug, name }) => ({ value: slug, label: name })),
    communes: communes
      .filter(({ isMember }) => isMember)
      .map(({ insee, name }) => ({ value: insee, label: name })),
  };
}
