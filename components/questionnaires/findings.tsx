import { TriangleAlert } from "lucide-react";

/** What the checker finds of one question, beside it. */
export function Findings({ words }: { words: string[] }) {
  if (words.length === 0) return null;
  return (
    <ul className="findings">
      {words.map((sentence) => (
        <li key={sentence} className="field-error">
          <TriangleAlert size={18} strokeWidth={1.75} aria-hidden />
          {sentence}
        </li>
      ))}
    </ul>
  );
}
