type Option = { value: string; label: string };
type Choice = {
  name: string;
  label: string;
  /** Says that nothing is asked. */
  any: string;
  chosen: string | null;
  options: readonly Option[];
};

type SearchFormProps = {
  className: string;
  action: string;
  label: string;
  /** Asked elsewhere, and kept. */
  kept: Readonly<Record<string, string | null>>;
  words: { label: string; value: string; maxLength: number; className?: string };
  choices: readonly Choice[];
  submit: string;
};

/** A plain GET form, the answer is an address: some words, and one of each list. */
export function SearchForm(props: SearchFormProps) {
  const { className, action, label, kept, words, choices, submit } = props;
  return (
    <search>
      <form className={className} action={action} method="get" aria-label={label}>
        {Object.entries(kept).map(([name, value]) =>
          value ? <input key={name} type="hidden" name={name} value={value} /> : null,
        )}
        <div className={words.className ? `field ${words.className}` : "field"}>
          <label htmlFor="q">{words.label}</label>
          <input
            className="input"
            type="search"
            id="q"
            name="q"
            maxLength={words.maxLength}
            defaultValue={words.value}
          />
        </div>
        {choices.map((choice) => (
          <ChoiceField key={choice.name} {...choice} />
        ))}
        <button className="btn btn-secondary min-h-12" type="submit">
          {submit}
        </button>
      </form>
    </search>
  );
}

function ChoiceField({ name, label, any, chosen, options }: Choice) {
  return (
    <div className="field">
      <label htmlFor={name}>{label}</label>
      <select className="input" id={name} name={name} defaultValue={chosen ?? ""}>
        <option value="">{any}</option>
        {options.map(({ value, label: words }) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
    </div>
  );
}
