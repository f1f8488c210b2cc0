"use client";

import { choiceFieldOf, communesMeant, fieldOf } from "@/lib/surveys/forms/rules";
import { Chosen } from "./choice-field";
import { type FieldProps, listIn } from "./field-props";

/** A commune written, with those of the list proposed by the browser, or one of the answers that are none. */
export function CommuneField({ question, first, communes, words, ...props }: FieldProps) {
  const { described, isWrong, isReadOnly } = props;
  const name = fieldOf(question.id);
  const choice = choiceFieldOf(question.id);
  const [written = ""] = listIn(first, name);
  const meant = isWrong ? communesMeant(written, communes) : [];
  const chosen = listIn(first, choice)[0] ?? "";
  const others = [
    { value: "", label: words.communeWritten },
    ...meant.map((commune) => ({ value: commune.insee, label: commune.name })),
    ...words.elsewhere,
  ];
  return (
    <>
      <label htmlFor={`${name}-written`} className="hint">
        {words.communeHint}
      </label>
      <input
        id={`${name}-written`}
        name={name}
        className="input"
        list={`${name}-list`}
        defaultValue={written}
        maxLength={120}
        readOnly={isReadOnly}
        autoComplete="off"
        aria-invalid={isWrong ? true : undefined}
        aria-describedby={described}
      />
      <datalist id={`${name}-list`}>
        {communes.map((commune) => (
          <option key={commune.insee} value={commune.name} />
        ))}
      </datalist>
      {meant.length > 0 ? <p className="font-bold">{words.communeMeant}</p> : null}
      <div className="survey-others" role="radiogroup" aria-label={words.communeOther}>
        {others.map(({ value, label }) => (
          <label key={value}>
            <input
              type="radio"
              name={choice}
              value={value}
              defaultChecked={value === chosen}
              disabled={isReadOnly}
            />
            <span>{label}</span>
          </label>
        ))}
      </div>
    </>
  );
}

/** Communes of the territory to tick, those where a place is known first. */
export function CommunesField({ question, first, current, communes, words, ...props }: FieldProps) {
  const { isReadOnly } = props;
  const name = fieldOf(question.id);
  const chosen = listIn(first, name);
  const members = communes.filter(({ isMember }) => isMember);
  const isFirst = ({ insee }: { insee: string }) => question.suggested.includes(insee);
  const boxes = (list: typeof members) =>
    list.map(({ insee, name: label }) => (
      <label key={insee}>
        <input
          type="checkbox"
          name={name}
          value={insee}
          defaultChecked={chosen.includes(insee)}
          disabled={isReadOnly}
        />
        <span>{label}</span>
      </label>
    ));
  return (
    <>
      <div className="survey-others">{boxes(members.filter(isFirst))}</div>
      <p className="hint">{words.otherCommunes}</p>
      <div className="survey-others">{boxes(members.filter((each) => !isFirst(each)))}</div>
      <Chosen words={question.chosen} count={listIn(current, name).length} />
    </>
  );
}
