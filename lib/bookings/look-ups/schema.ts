/** A form on which somebody was named by their address is good for so long. */
export const proofMinutes = 30;

/** Whom a host found; `proof` goes with the form when the person is not of the space yet. */
export type PeopleFound = { people: { id: string; name: string }[]; proof: string | null };

export type LookUpRefusal = "too_many_look_ups";
