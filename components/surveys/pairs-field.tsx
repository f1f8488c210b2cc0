"use client";

import { fieldOf, rowFieldOf } from "@/lib/surveys/forms/rules";
import { type FieldProps, listIn } from "./field-props";

/** Lines and columns: boxes on a grid, one choice a line on a scale; a list on a narrow screen. */
export function PairsField({ question, first, words, isReadOnly }: FieldProps) {
  const isScale = question.type === "scale";
  const columns = isScale
    ? [...question.columns, { value: "", label: words.noOpinion }]
    : question.columns;
  return (
    <table className="survey-pairs">
      <thead>
        <tr>
          <td />
          {columns.map(({ value, label }) => (
            <th key={value} scope="col">
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {question.rows.map((row) => {
          const name = isScale ? rowFieldOf(question.id, row.value) : fieldOf(question.id);
          const chosen = listIn(first, name);
          return (
            <tr key={row.value}>
              <th scope="row">{row.label}</th>
              {columns.map((column) => {
                const value = column.value === "" ? "" : `${row.value}:${column.value}`;
                const isChosen =
                  value === "" ? isScale && chosen.length === 0 : chosen.includes(value);
                return (
                  <td key={column.value}>
                    <label>
                      <input
                        type={isScale ? "radio" : "checkbox"}
                        name={name}
                        value={value}
                        defaultChecked={isChosen}
                        disabled={isReadOnly}
                        aria-label={`${row.label}, ${column.label}`}
                      />
                      <span aria-hidden="true">{column.label}</span>
                    </label>
                  </td>
                );
              })}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
