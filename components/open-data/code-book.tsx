type CodeBookProps = {
  files: string;
  field: string;
  meaning: string;
  fields: [name: string, said: string][];
};

/** Fields of some files with what each says, folded: the list is long and read when needed. */
export function CodeBook({ files, field, meaning, fields }: CodeBookProps) {
  return (
    <details className="fold code-fold">
      <summary>
        <h3>{files}</h3>
      </summary>
      <table className="code-book">
        <caption className="sr-only">{files}</caption>
        <thead>
          <tr>
            <th scope="col">{field}</th>
            <th scope="col">{meaning}</th>
          </tr>
        </thead>
        <tbody>
          {fields.map(([name, said]) => (
            <tr key={name}>
              <th scope="row">
                <code>{name}</code>
              </th>
              <td>{said}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
