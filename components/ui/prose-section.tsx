type ProseSectionProps = {
  title: string;
  /** Paragraphs are parted by an empty line. */
  text: string;
};

/** A titled piece of running text at a readable measure. */
export function ProseSection({ title, text }: ProseSectionProps) {
  return (
    <>
      <h2>{title}</h2>
      {text.split("\n\n").map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
    </>
  );
}
