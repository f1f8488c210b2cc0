import type { AmendRefusal, DifferenceKind } from "@/lib/surveys/amendments/schema";
import type {
  ChangeRefusal,
  CreateRefusal,
  PartnerRefusal,
  TextsRefusal,
  VerbRefusal,
} from "@/lib/surveys/campaigns/changes/schema";
import type { BurstRefusal } from "@/lib/surveys/floods/bursts/schema";

/** Each refusal has its sentence in the messages on campaigns: a missing one does not compile. */
export const createRefusalKeys = {
  unknown_version: "refusals.unknown_version",
} as const satisfies Record<CreateRefusal, string>;

export const changeRefusalKeys = {
  changed_since: "refusals.changed_since",
  beginning_kept: "refusals.beginning_kept",
  closing_past: "refusals.closing_past",
  published: "refusals.published",
  overlaps: "refusals.overlaps",
  version_kept: "refusals.version_kept",
  unknown_version: "refusals.unknown_version",
} as const satisfies Record<ChangeRefusal, string>;

/** The field a refusal is about, where it is about one. */
export const changeRefusalFields: Partial<Record<ChangeRefusal, string>> = {
  beginning_kept: "firstDay",
  closing_past: "lastDay",
  overlaps: "firstDay",
  version_kept: "questionnaire",
  unknown_version: "questionnaire",
};

export const textsRefusalKeys = {
  changed_since: "refusals.changed_since",
  one_language: "refusals.one_language",
} as const satisfies Record<TextsRefusal, string>;

export const partnerRefusalKeys = {
  not_an_origin: "refusals.not_an_origin",
  not_a_code: "refusals.not_a_code",
  own_source: "refusals.own_source",
  same_code: "refusals.same_code",
  same_origin: "refusals.same_origin",
  too_many_partners: "refusals.too_many_partners",
} as const satisfies Record<PartnerRefusal, string>;

export const partnerRefusalFields: Partial<Record<PartnerRefusal, string>> = {
  not_an_origin: "origin",
  same_origin: "origin",
  not_a_code: "code",
  own_source: "code",
  same_code: "code",
};

export const verbRefusalKeys = {
  not_now: "refusals.not_now",
  has_answers: "refusals.has_answers",
  window_past: "refusals.window_past",
  overlaps: "refusals.overlaps",
  faulty_questionnaire: "refusals.faulty_questionnaire",
} as const satisfies Record<VerbRefusal, string>;

export const burstRefusalKeys = {
  no_burst: "refusals.no_burst",
} as const satisfies Record<BurstRefusal, string>;

/** `other_meaning` is followed by what differs. */
export const amendRefusalKeys = {
  changed_since: "refusals.changed_since",
  not_now: "refusals.not_now",
  unknown_version: "refusals.unknown_version",
  not_later: "refusals.not_later",
  other_meaning: "amend.otherMeaning",
  faulty_questionnaire: "refusals.faulty_questionnaire",
} as const satisfies Record<AmendRefusal, string>;

export const differenceKeys = {
  sections: "differences.sections",
  section_condition: "differences.section_condition",
  question_gone: "differences.question_gone",
  question_added: "differences.question_added",
  question_order: "differences.question_order",
  type: "differences.type",
  condition: "differences.condition",
  required: "differences.required",
  choice_gone: "differences.choice_gone",
  choice_added: "differences.choice_added",
  choice_place: "differences.choice_place",
  choice_meaning: "differences.choice_meaning",
  bounds: "differences.bounds",
  minimum: "differences.minimum",
} as const satisfies Record<DifferenceKind, string>;
