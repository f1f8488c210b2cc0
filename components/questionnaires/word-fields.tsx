import { TextAreaField } from "@/components/ui/text-area-field";
import { TextField } from "@/components/ui/text-field";
import type { Words } from "@/lib/surveys/edits/schema";

type WordFieldsProps = {
  /** « label » gives the fields `labelFr` and `labelEn`. */
  name: string;
  /** Before the names in ids, where the form stands several times on its page. */
  scope?: string;
  labels: { fr: string; en: string };
  words: Words | undefined;
  isLong?: boolean;
};

/** The same words in both languages, side by side. */
export function WordFields({ name, scope = "", labels, words, isLong = false }: WordFieldsProps) {
  const fields = [
    { field: `${name}Fr`, label: labels.fr, value: words?.fr ?? "" },
    { field: `${name}En`, label: labels.en, value: words?.en ?? "" },
  ];
  return (
    <div className="two-languages">
      {fields.map(({ field, label, value }) =>
        isLong ? (
          <TextAreaField
            key={field}
            name={field}
            id={`${scope}${field}`}
            label={label}
            defaultValue={value}
            maxLength={4_000}
          />
        ) : (
          <TextField
            key={field}
            name={field}
            id={`${scope}${field}`}
            label={label}
            defaultValue={value}
            maxLength={600}
            autoComplete="off"
          />
        ),
      )}
    </div>
  );
}
