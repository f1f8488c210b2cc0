/** Responses begun by anybody in ten minutes beyond which we think of machines: a valley of 14 500 is never so many. */
export const startsBeforeProof = { times: 300, seconds: 600 };

/** Begun by one network in an hour: a town hall's computer; beyond, a school or a carrier, which prove; never more. */
export const startsPerNetwork = { times: 60, most: 600, seconds: 3_600 };

/** Zero bits a solution begins with at first: some 30 000 tries, a second on an old telephone. */
const fewestBits = 15;

/** Zero bits beyond which a telephone would work for minutes: the plain question alone is left to people. */
export const mostBitsForPeople = 20;

/** So many beginnings more of everybody double the work of the next one. */
const startsPerBit = 100;

/** Responses a network may begin by the plain question in an hour, and while surely machines come. */
export const answersPerNetwork = { times: 10, timesOfMachines: 3, seconds: 3_600 };

/** A challenge is good for so many minutes. */
export const proofMinutes = 10;

type Starts = {
  /** Beginnings counted of this network in the hour, and of everybody in ten minutes, this one included. */
  ofNetwork: number;
  ofAll: number;
};

/** Whether nothing is asked of somebody who begins: in quiet times, of a network that begins few. */
export function isFree({ ofNetwork, ofAll }: Starts): boolean {
  return ofNetwork <= startsPerNetwork.times && ofAll <= startsBeforeProof.times;
}

/**
 * The work asked of the next to begin, in zero bits: a bit more, which is twice the work, for each hundred
 * who begin beyond what is quiet. What a machine is let in costs the more, the more of them have come.
 */
export function bitsFor({ ofNetwork, ofAll }: Starts): number {
  const bitsBeyond = (count: number, quiet: number) =>
    Math.floor(Math.max(0, count - quiet) / startsPerBit);
  const { times } = startsPerNetwork;
  return fewestBits + bitsBeyond(ofAll, startsBeforeProof.times) + bitsBeyond(ofNetwork, times);
}

/**
 * Whether the plain question is enough for a network that has answered it so many times in the hour, this
 * one included: it costs a machine nothing, so that it is asked less where work would be asked much.
 */
export function mayAnswer(ofAnswers: number, bits: number): boolean {
  const { times, timesOfMachines } = answersPerNetwork;
  return ofAnswers <= (bits > mostBitsForPeople ? timesOfMachines : times);
}

/** How many zero bits a digest begins with. */
export function zeroBits(digest: Uint8Array): number {
  const first = digest.findIndex((byte) => byte !== 0);
  if (first === -1) return digest.length * 8;
  return first * 8 + Math.clz32(digest[first] ?? 0) - 24;
}

/** What is digested to check a solution, and tried by whoever looks for one. */
export function workText(challenge: string, solution: string): string {
  return `${challenge}:${solution}`;
}

/** Two numbers from two to nine, drawn from the challenge itself. */
export function sumIn(challenge: string): readonly [number, number] {
  const codes = [...challenge].map((letter) => letter.codePointAt(0) ?? 0);
  const draw = (from: number) =>
    2 + (codes.filter((_, index) => index % 2 === from).reduce((sum, code) => sum + code, 0) % 8);
  return [draw(0), draw(1)];
}
