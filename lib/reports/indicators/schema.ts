import type { BookingState } from "@/lib/bookings/states/schema";
import type { Day } from "@/lib/core/day";
import type { Position } from "@/lib/core/distance";
import type { Interval } from "@/lib/core/interval";
import type { OrganisationKind } from "@/lib/members/organisations/schema";
import type { Situation } from "@/lib/members/profiles/schema";
import type { HalfDay } from "@/lib/spaces/opening-hours/schema";
import type { ResourceKind } from "@/lib/spaces/schema";
import type { Commute } from "../commutes/schema";
import type { CountedEvent } from "../events/schema";
import type { FirstPresence } from "../facts/schema";
import type { Residence } from "../residences/rules";
import type { DayRange, UsageBooking, UsageResource, UsageSpace } from "../rules";
import type { TravelAssumptions } from "../travel-assumptions/schema";

/** Of the definitions, in words and in rules: what changes a figure is a version more (docs/reports.md). */
export const definitionsVersion = 5;

/** In the order of their numbers, the first being 1. */
export const indicatorIds = [
  "offeredCapacity",
  "bookedOccupancy",
  "realOccupancy",
  "roomUse",
  "personDays",
  "visits",
  "uniqueUsers",
  "regularUsers",
  "activeMembers",
  "newUsers",
  "retention",
  "trialReturn",
  "residence",
  "profile",
  "peak",
  "refusedDemand",
  "lateAndNoShow",
  "mobility",
  "events",
  "attendance",
  "digitalHelp",
  "structures",
  "receipts",
  "commuteAvoided",
  "carbonAvoided",
  "opening",
  "contribution",
  "satisfaction",
] as const;
export type IndicatorId = (typeof indicatorIds)[number];

/** Words that several definitions use, with their own in the messages. */
export const commonTerms = [
  "halfDay",
  "deskSlot",
  "presence",
  "period",
  "persons",
  "nothing",
] as const;

/** Why a figure, or a part of one, is not there: nothing collects it yet. Never shown as zero. */
export const missingReasons = [
  "no_trials",
  "no_passes",
  "no_partners",
  "no_topics",
  "no_declarations",
  "no_receipts",
  "no_volunteer_hours",
  "no_yearly_question",
] as const;
export type MissingReason = (typeof missingReasons)[number];

export type NotCollected = { kind: "not_collected"; because: MissingReason };

/** What an indicator answers. `whole_months_only`: any two dates would tell where one person lives. */
export type Reading<Value> =
  | { kind: "counted"; value: Value }
  | NotCollected
  | { kind: "whole_months_only" };

/** A figure of the network and of each space, by its identifier; persons are distinct in each. */
export type ByPlace<Value> = { network: Value; bySpace: Map<string, Value> };

/** A part, its base, and the share; null where there is no base. */
export type Share = { count: number; of: number; share: number | null };

/** A booking whatever became of it, with the state it was in at the instant of counting. */
export type ReportBooking = UsageBooking & {
  state: BookingState;
  /** Named, who come along with its person; none where the places of an event are meant. */
  companions: number;
  /** For whom a delegate made it. */
  organisationId: string | null;
};

export type ReportSpace = Omit<UsageSpace, "resources"> & {
  resources: (UsageResource & { seats: number })[];
  /** Of the whole space, half-open, with the instant it was told. */
  closures: (Interval & { announcedAt: Date })[];
  /** What a presence is here: an arrival noted, or a booking kept where nobody notes arrivals. */
  presence: "arrival" | "kept_booking";
};

/** Places somebody wanted when none was free: an entry of the waiting list, or a date of a series. */
export type UnmetWish = Interval & {
  spaceId: string;
  kind: ResourceKind;
  places: number;
  from: "waiting_list" | "series";
  isServed: boolean;
};

export type ReportEvent = CountedEvent & {
  /** Of those named: with a registration, and at the door. */
  namedRegistered: number;
  walkIns: number;
  /** Of those named, who are known by an account or a mailbox: one key a human being. */
  participants: string[];
  /** A member of the network leads it. */
  isLedByMember: boolean;
};

export type ReportPerson = {
  id: string;
  /** INSEE code, as their profile says today; null = not said. */
  communeId: string | null;
  /** As their profile says today; null = not said. */
  situation: Situation | null;
  /** What it said before, the earliest first, each until that day, which is not of it any more. */
  past: readonly { situation: Situation; until: Day }[];
};

export type ReportOrganisation = {
  id: string;
  kind: OrganisationKind;
  /** Who agreed to be of it, half-open days. */
  people: { personId: string; from: Day; until: Day | null }[];
};

/** Plain rows that every indicator is counted from. */
export type ReportRows = {
  spaces: ReportSpace[];
  /** Of the period, and of the days before that tell who is active at its end. */
  bookings: ReportBooking[];
  /** Of each person ever present, whatever the period. */
  firsts: FirstPresence[];
  wishes: UnmetWish[];
  events: ReportEvent[];
  people: ReportPerson[];
  communes: Residence[];
  organisations: ReportOrganisation[];
  /** Local days on which a skill, a hand or a loan was offered, and on which two members began to write. */
  offers: Day[];
  contacts: Day[];
  travel: TravelRows;
};

/** What the travel avoided is counted from, besides who was there. */
export type TravelRows = {
  /** Of those who agreed; whether they count is told by their profile. */
  commutes: Commute[];
  /** Centres of communes by INSEE code, and of the commune of each space by its identifier. */
  positions: {
    ofCommunes: ReadonlyMap<string, Position>;
    ofSpaces: ReadonlyMap<string, Position>;
  };
  /** In force at the instant of counting. */
  assumptions: TravelAssumptions;
};

/** Local days counted, both included, as things stand at that instant; a day not over yet is the caller's choice. */
export type Counting = { range: DayRange; at: Date };

/** A half-day of the week: 1 = Monday. */
export type WeekHalf = { weekday: number; half: HalfDay };
