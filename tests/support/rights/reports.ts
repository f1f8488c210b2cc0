import { randomUUID } from "node:crypto";
import { day } from "@/lib/core/day";
import { openEventList, openSpaceList } from "@/lib/reports/attendance-lists/commands";
import { freezeReport } from "@/lib/reports/frozen-reports/commands";
import { askPreparation } from "@/lib/reports/preparations/commands";
import { anEvent } from "../events";
import { by, ten, type Verbs } from "./world";

const may = { first: day("2026-05-01"), last: day("2026-05-31") };
const monday = day("2026-06-15");
const motif = "Contrôle de la Région, convention 2026-118";

/** Of the figures of the network. */
export const rightsOverReports: Verbs = {
  askPreparation: {
    who: by.staff,
    say: ({ actor }) => askPreparation(actor, may, ten),
  },
  openEventList: {
    who: by.staff,
    say: async ({ actor, here }) =>
      openEventList(actor, { evenement: (await anEvent(here, { on: monday })).id, motif }, ten),
  },
  openSpaceList: {
    who: by.staff,
    say: ({ actor, here }) =>
      openSpaceList(actor, { lieu: here.slug, du: may.first, au: may.last, pourquoi: motif }, ten),
  },
  freezeReport: {
    who: by.staff,
    say: ({ actor }) => {
      const said = { title: "Mai", signedAs: "Mme Roussel, directrice" };
      return freezeReport(actor, { reportId: randomUUID(), ...said, ...may }, ten);
    },
  },
};
