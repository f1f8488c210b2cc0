type AvatarProps = {
  id: string;
  name: string;
  /** Version of the portrait; null shows the initials. */
  photo: string | null;
  isLarge?: boolean;
};

const tones = ["river", "ok", "accent", "warn", "plain"] as const;

/** A portrait, or the initials on one of five tints, always the same for a person; the name stands beside it. */
export function Avatar({ id, name, photo, isLarge = false }: AvatarProps) {
  const size = isLarge ? "person-face person-face-large" : "person-face";
  if (photo) {
    return (
      // biome-ignore lint/performance/noImgElement: a portrait has its audience, no optimiser may keep it
      <img
        className={size}
        src={`/membres/${id}/photo?v=${photo}`}
        alt=""
        width={isLarge ? 144 : 60}
        height={isLarge ? 144 : 60}
      />
    );
  }
  const tone = tones[toneOf(id)] ?? "plain";
  return (
    <span className={`${size} person-face-${tone}`} aria-hidden="true">
      {initialsOf(name)}
    </span>
  );
}

function toneOf(id: string): number {
  return [...id].reduce((sum, letter) => sum + (letter.codePointAt(0) ?? 0), 0) % tones.length;
}

function initialsOf(name: string): string {
  const words = name.split(/[^\p{L}\p{M}]+/u).filter((word) => word !== "");
  const letters = words.length > 1 ? [words[0], words.at(-1)] : words.slice(0, 1);
  return letters.map((word) => [...(word ?? "")][0]?.toLocaleUpperCase() ?? "").join("");
}
