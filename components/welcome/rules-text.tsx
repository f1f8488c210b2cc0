/** Plain text as typed: an empty line parts paragraphs, a single one parts lines; nothing of it is markup. */
export function RulesText({ text }: { text: string }) {
  return (
    <div className="house-rules">
      {text.split(/\n{2,}/).map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
    </div>
  );
}
