/**
 * The same answer, worked out once for each thing it is asked of, and forgotten with it. Only for what is
 * never changed in place.
 */
export function onceForEach<Thing extends object, Answer>(
  workOut: (thing: Thing) => Answer,
): (thing: Thing) => Answer {
  const memory = new WeakMap<Thing, { answer: Answer }>();
  return (thing) => {
    const known = memory.get(thing);
    if (known) return known.answer;
    const answer = workOut(thing);
    memory.set(thing, { answer });
    return answer;
  };
}
