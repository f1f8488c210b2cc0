/** Places an ad may be in, as options of a list: the spaces first, then the communes. */
export function placeOptions(
  spaces: { slug: string; name: string }[],
  communes: { insee: string; name: string }[],
): { value: string; label: string }[] {
  return [
    ...spaces.map(({ slug, name }) => ({ value: slug, label: name })),
    ...communes.map(({ insee, name }) => ({ value: insee, label: name })),
  ];
}
