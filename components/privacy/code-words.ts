import type { Messages } from "next-intl";
import { kindFacts } from "@/lib/notifications/choices/schema";
import { classification } from "@/lib/privacy/classification/rules";

type Words = Record<string, string>;

/** Words of the codes of each column, as « table.column »: those the rest of the product says them with. */
export function codeWords(words: Messages): Record<string, Words> {
  return {
    ...bookingWords(words),
    ...eventWords(words),
    ...memberWords(words),
    ...travelWords(words),
    ...accountWords(words),
  };
}

/** Those of one column; an id of a person is one's own or somebody else's. */
export function wordsOfColumn(
  table: string,
  name: string,
  all: Record<string, Words>,
  people: Words,
): Words {
  const isPerson = classification[table]?.columns[name]?.pointsAtPerson ?? false;
  return isPerson || name === "id" ? people : (all[`${table}.${name}`] ?? {});
}

function bookingWords({ board, bookings, members, myData, series, terms, verbs }: Messages) {
  const { sources, changes, waitingStates, skipped } = myData.codes;
  return {
    "bookings.part": board.parts,
    "bookings.state": members.states,
    "bookings.source": sources,
    "booking_changes.verb": changes,
    "series.part": board.parts,
    "series.frequency": series.frequencies,
    "series_refusals.refusal": { ...bookings.refusals, skipped },
    "waiting_entries.kind": terms.kinds,
    "waiting_entries.part": board.parts,
    "waiting_entries.state": waitingStates,
    "swaps.state": verbs.swap.states,
  } satisfies Record<string, Words>;
}

function eventWords({ events, eventsRegister, myData }: Messages) {
  const { rideKinds, sources } = myData.codes;
  return {
    "events.state": events.states,
    "event_registrations.state": eventsRegister.host.states,
    "event_registrations.source": { ...sources, self: sources.member },
    "event_rides.kind": rideKinds,
  } satisfies Record<string, Words>;
}

function memberWords({ abuseReports, ads, belonging, mutualHelp, myData, profile }: Messages) {
  const { organisationRoles, subjects } = myData.codes;
  return {
    "profiles.situation": profile.situations,
    "past_situations.situation": profile.situations,
    "profiles.themes": mutualHelp.themes,
    "profiles.languages": profile.languageNames,
    "profiles.audiences": { ...profile.fields, ...profile.audiences },
    "memberships.state": belonging.own.states,
    "welcome_steps_done.step_id": belonging.steps,
    "organisations.kind": belonging.organisations.kinds,
    "organisation_people.role": organisationRoles,
    "ads.kind": ads.kinds,
    "ads.theme": mutualHelp.themes,
    "abuse_reports.subject": subjects,
    "abuse_reports.reason": abuseReports.reasons,
    "abuse_reports.outcome": abuseReports.list.outcomes,
  } satisfies Record<string, Words>;
}

function travelWords({ travel, travelAssumptions }: Messages) {
  return {
    "commutes.mode": travel.modes,
    "travel_assumptions.values": travelAssumptions.names,
  } satisfies Record<string, Words>;
}

function accountWords({ journal, keys, legal, myData, notifications, profile, survey }: Messages) {
  const { consents, essential } = myData.codes;
  const categories = Object.entries(notifications.categories).map(([code, { name }]) => [
    code,
    name,
  ]);
  const names: Words = { ...Object.fromEntries(categories), essential };
  const kinds = Object.entries(kindFacts).map(([kind, { category }]) => [kind, names[category]]);
  return {
    "persons.locale": profile.languageNames,
    "role_grants.role": journal.roles,
    "api_tokens.scopes": { "bookings:read": keys.rightRead, "bookings:write": keys.rightWrite },
    "journal_entries.action": actionWords(journal.actions),
    "notifications.kind": Object.fromEntries(kinds),
    "notification_choices.category": names,
    "notification_choices.mail": notifications.frequencies,
    "webhooks.kinds": {
      "booking.requested": keys.eventRequested,
      "booking.created": keys.eventCreated,
      "booking.changed": keys.eventChanged,
      "booking.cancelled": keys.eventCancelled,
    },
    "consents.purpose": { ...consents, push: myData.pushConsent },
    "survey_contacts.wishes": survey.contact.wish,
    "survey_contacts.locale": profile.languageNames,
    "network_settings.key": legal.network.fields,
  } satisfies Record<string, Words>;
}

/** « booking.cancelled » as the journal says it. */
function actionWords(actions: Record<string, Words>): Words {
  return Object.fromEntries(
    Object.entries(actions).flatMap(([noun, verbs]) =>
      Object.entries(verbs).map(([verb, words]) => [`${noun}.${verb}`, words]),
    ),
  );
}
