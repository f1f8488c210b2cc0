-- By hand: what people have answered to may be worded better while it is asked, and mean nothing else,
-- whoever writes. What the questions are, how they are answered and which choices they had stays.
CREATE FUNCTION survey_meaning_is_kept(before jsonb, after jsonb) RETURNS boolean
  LANGUAGE sql IMMUTABLE AS $$
  WITH was AS (
    SELECT q.value AS question, row_number() OVER (ORDER BY s.place, q.place) AS rank
    FROM jsonb_array_elements(before -> 'sections') WITH ORDINALITY AS s(value, place),
      jsonb_array_elements(s.value -> 'questions') WITH ORDINALITY AS q(value, place)),
  will AS (
    SELECT q.value AS question, row_number() OVER (ORDER BY s.place, q.place) AS rank
    FROM jsonb_array_elements(after -> 'sections') WITH ORDINALITY AS s(value, place),
      jsonb_array_elements(s.value -> 'questions') WITH ORDINALITY AS q(value, place))
  SELECT NOT EXISTS (
    SELECT FROM was FULL JOIN will USING (rank)
    WHERE was.question -> 'id' IS DISTINCT FROM will.question -> 'id'
      OR was.question -> 'type' IS DISTINCT FROM will.question -> 'type'
      OR was.question -> 'showIf' IS DISTINCT FROM will.question -> 'showIf'
      OR (will.question -> 'required' = 'true' AND was.question -> 'required' <> 'true')
      OR NOT jsonb_path_query_array(will.question, '$.options[*].value')
        @> jsonb_path_query_array(was.question, '$.options[*].value')
      OR NOT jsonb_path_query_array(will.question, '$.rows[*].value')
        @> jsonb_path_query_array(was.question, '$.rows[*].value')
      OR NOT jsonb_path_query_array(will.question, '$.columns[*].value')
        @> jsonb_path_query_array(was.question, '$.columns[*].value')
      OR NOT jsonb_path_query_array(will.question, '$.scale[*].value')
        @> jsonb_path_query_array(was.question, '$.scale[*].value'))
$$;

CREATE OR REPLACE FUNCTION campaign_version_is_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM survey_responses WHERE campaign_id = OLD.id)
    AND (NEW.survey <> OLD.survey OR NEW.version < OLD.version
      OR NOT survey_meaning_is_kept(
        (SELECT questionnaire FROM survey_versions WHERE survey = OLD.survey AND version = OLD.version),
        (SELECT questionnaire FROM survey_versions WHERE survey = NEW.survey AND version = NEW.version)))
  THEN
    RAISE EXCEPTION 'campaign % has answers', OLD.slug
      USING ERRCODE = 'check_violation', CONSTRAINT = 'campaign_version_is_kept';
  END IF;
  RETURN NEW;
END $$;
