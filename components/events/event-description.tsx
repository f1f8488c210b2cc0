/** What the organisers wrote, as they spaced it. */
export function EventDescription({ text }: { text: string }) {
  return <p className="typed prose">{text}</p>;
}
