type Stretch<Item> = { keys: string[]; items: Item[] };

/**
 * Keys in their order, put together until each stretch may be told; what is left at the end goes with the
 * stretch before. A partition of the keys that have somebody: the only stretch there is may not be tellable.
 */
export function toldStretches<Item>(
  ordered: readonly { key: string; items: readonly Item[] }[],
  mayTell: (items: readonly Item[]) => boolean,
): Stretch<Item>[] {
  const told: Stretch<Item>[] = [];
  let open: Stretch<Item> = { keys: [], items: [] };
  for (const { key, items } of ordered.filter((each) => each.items.length > 0)) {
    open = { keys: [...open.keys, key], items: [...open.items, ...items] };
    if (!mayTell(open.items)) continue;
    told.push(open);
    open = { keys: [], items: [] };
  }
  if (open.keys.length === 0) return told;
  const before = told.pop() ?? { keys: [], items: [] };
  return [
    ...told,
    { keys: [...before.keys, ...open.keys], items: [...before.items, ...open.items] },
  ];
}
