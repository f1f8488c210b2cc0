import type { BoardWords } from "./entry-words";

const states = ["present", "expected", "late", "left", "missed"] as const;

/** What each drawing of the board means, in words. */
export function DayLegend({ t }: { t: BoardWords }) {
  const shapes = [
    ...states.map((state) => ({ shape: state, words: t(`states.${state}`) })),
    { shape: "walk-in", words: t("states.walkIn") },
    { shape: "clash", words: t("states.outside") },
    { shape: "closed", words: t("states.closed") },
  ];
  return (
    <ul className="board-legend" aria-label={t("legend")}>
      {shapes.map(({ shape, words }) => (
        <li key={shape}>
          <span className={`timeline-${shape}`} aria-hidden="true" />
          {words}
        </li>
      ))}
    </ul>
  );
}
