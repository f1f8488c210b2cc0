/** The loop of the Lot and the village inside it. Decorative: the name stands beside it. */
export function Mark({ size = 34 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 40 46" aria-hidden="true" focusable="false">
      <path
        d="M1.5 10.5H8c5.5 0 8.3 2.6 6.6 6.6-1.6 3.7-5.1 5.6-5.1 10.4 0 5.6 4.7 9 10.5 9s10.5-3.4 10.5-9c0-4.8-3.5-6.7-5.1-10.4-1.7-4 1.1-6.6 6.6-6.6h6.5"
        fill="none"
        stroke="var(--cl-river-line)"
        strokeWidth="5"
        strokeLinecap="round"
      />
      <circle cx="20" cy="26.5" r="4.6" fill="var(--cl-accent)" />
    </svg>
  );
}
