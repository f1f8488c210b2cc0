/** A refusal is a domain saying no: a code somebody can act on, with what the sentence needs. */
export type Ok<Value> = { ok: true; value: Value };
export type Refused<Refusal extends string> = { ok: false; refusal: Refusal; data?: unknown };
export type Result<Value, Refusal extends string> = Ok<Value> | Refused<Refusal>;

/** The command did what was asked. */
export function ok<Value>(value: Value): Ok<Value> {
  return { ok: true, value };
}

/** The command refuses; inside a transaction nothing it wrote remains. */
export function refuse<Refusal extends string>(refusal: Refusal, data?: unknown): Refused<Refusal> {
  return data === undefined ? { ok: false, refusal } : { ok: false, refusal, data };
}
