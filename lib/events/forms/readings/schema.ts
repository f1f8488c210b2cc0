import type { z } from "zod";
import { endOfHours } from "@/lib/core/day";
import { oneLine } from "@/lib/core/plain-text";
import type { AskedQuestion, EventFields, EventPlaceInput } from "../../editing/schema";
import { programmeInOrder } from "../../programmes/rules";
import { longest, type Price } from "../../schema";
import { priceRows, questionRows } from "../rows/schema";
import type { Typed } from "../schema";

/** What the form sends, read as the fields of an event. */
export function fieldsOf(typed: Typed, context: z.RefinementCtx): EventFields {
  const wrong = (field: string, message = "required") =>
    context.addIssue({ code: "custom", message, path: [field] });
  for (const [field, message] of disagreements(typed)) wrong(field, message);
  const { title, summary, description, language, theme, audience, level, access } = typed;
  const { needsRegistration, mostPeople, asksNames, offerMinutes, day, from: startMinute } = typed;
  const endMinute = endOfHours(startMinute, typed.until) ?? typed.until;
  const programme = programmeInOrder(typed.programme, { startMinute, endMinute });
  return {
    ...{ title, summary, description, language, theme, audience, level, access, day, programme },
    ...{ needsRegistration, mostPeople, asksNames, offerMinutes },
    bring: orNull(typed.bring),
    accessNote: orNull(typed.accessNote),
    place: placeOf(typed),
    onlineUrl: orNull(typed.onlineUrl),
    ...{ startMinute, endMinute },
    capacity: orNull(typed.capacity),
    opensOn: orNull(typed.opensOn),
    closesOn: orNull(typed.closesOn),
    questions: needsRegistration ? questionsOf(typed, wrong) : [],
    minimum: needsRegistration ? minimumOf(typed) : null,
    prices: typed.priceKind === "set" ? pricesOf(typed, wrong) : [],
    isFreePrice: typed.priceKind === "free",
    habilitationId: orNull(typed.habilitationId),
  };
}

function orNull<Value>(typed: Value | undefined | ""): Value | null {
  return typed === "" || typed === undefined ? null : typed;
}

/** Fields that are right alone and wrong together. */
function disagreements(typed: Typed): [field: string, message: string][] {
  const { placeKind, resourceId, address, onlineUrl, minimumPeople, minimumDay } = typed;
  const found: [boolean, string, string][] = [
    [endOfHours(typed.from, typed.until) === null, "until", "endBeforeStart"],
    [typed.needsRegistration && !typed.capacity, "capacity", "required"],
    [placeKind === "room" && !resourceId, "resourceId", "required"],
    [placeKind === "elsewhere" && !address, "address", "required"],
    [placeKind === "online" && !onlineUrl, "onlineUrl", "required"],
    // Its address is given to whoever is registered, and to nobody else.
    [placeKind === "online" && !typed.needsRegistration, "needsRegistration", "onlineOpen"],
    [minimumPeople !== undefined && !minimumDay, "minimumDay", "required"],
  ];
  return found.flatMap(([isWrong, field, message]) => (isWrong ? [[field, message]] : []));
}

type Wrong = (field: string, message?: string) => void;

function placeOf({ placeKind, resourceId, address, communeId }: Typed): EventPlaceInput {
  if (placeKind === "room") return { kind: "room", resourceId: resourceId ?? "" };
  if (placeKind !== "elsewhere") return { kind: placeKind };
  return { kind: "elsewhere", address: address ?? "", communeId: communeId ?? null };
}

function minimumOf({ minimumPeople, minimumDay, minimumTime }: Typed): EventFields["minimum"] {
  if (!minimumPeople || !minimumDay) return null;
  return { people: minimumPeople, day: minimumDay, minute: minimumTime };
}

/** Rows without a question are passed over; a choice is between two things at least. */
function questionsOf(typed: Typed, wrong: Wrong): AskedQuestion[] {
  return questionRows.flatMap((row) => {
    const label = typed[`question${row}Label`];
    if (!label) return [];
    const kind = typed[`question${row}Kind`];
    const options = kind === "choice" ? optionsOf(typed[`question${row}Options`] ?? "") : [];
    const isChoice = options.length >= 2 && options.length <= 12;
    if (kind === "choice" && !isChoice) wrong(`question${row}Options`);
    if (options.some((option) => option.length > longest.option)) {
      wrong(`question${row}Options`, "invalidValue");
    }
    const id = typed[`question${row}Id`] ?? null;
    return [{ id, label, kind, options, required: typed[`question${row}Required`] }];
  });
}

function optionsOf(typed: string): string[] {
  const typedOptions = typed.split(/[\n;]/).map(oneLine);
  return [...new Set(typedOptions.filter((option) => option !== ""))];
}

function pricesOf(typed: Typed, wrong: Wrong): Price[] {
  const prices = priceRows.flatMap((row) => {
    const [label, cents] = [typed[`price${row}Label`] ?? "", typed[`price${row}Amount`]];
    if (cents !== undefined) return [{ label, cents }];
    if (label !== "") wrong(`price${row}Amount`);
    return [];
  });
  if (prices.length === 0) wrong("price1Amount");
  return prices;
}
