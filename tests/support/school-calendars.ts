type Event = { name: string; from: string; until: string; location?: string; more?: string[] };

/** A calendar as the ministry writes it: whole days, the end excluded, straight apostrophes. */
export function aSchoolCalendar(events: Event[]): string {
  return [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//data.education.gouv.fr//FR",
    "X-WR-CALNAME:Vacances scolaires - Zone C",
    ...events.flatMap(({ name, from, until, location, more = [] }, index) => [
      "BEGIN:VEVENT",
      "DTSTAMP:20260114T124531Z",
      `DTSTART;VALUE=DATE:${from}`,
      `DTEND;VALUE=DATE:${until}`,
      `SUMMARY:${name}`,
      `UID:20260114T12${index}-Zone-C@data.education.gouv.fr`,
      ...(location ? [`LOCATION:${location}`] : []),
      ...more,
      "TRANSP:TRANSPARENT",
      "END:VEVENT",
    ]),
    "END:VCALENDAR",
    "",
  ].join("\r\n");
}

/** A school year of zone C, with the lines that are no holidays. */
export const schoolYear: Event[] = [
  { name: "Rentrée Scolaire des Élèves - Zone C", from: "20260901", until: "20260902" },
  { name: "Prérentrée des Enseignants - Zone C", from: "20260831", until: "20260901" },
  { name: "Vacances de la Toussaint - Zone C", from: "20261017", until: "20261102" },
  { name: "Vacances de Noël - Zone C", from: "20261219", until: "20270104" },
  { name: "Vacances d'Hiver - Zone C", from: "20270206", until: "20270222" },
  { name: "Début des Vacances d'Été - Zone C", from: "20270703", until: "20270703" },
];
