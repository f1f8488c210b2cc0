-- What somebody opens is a consent, with its date, wherever it is opened from; closing it withdraws it.
CREATE FUNCTION record_consent(whose uuid, what text, given boolean) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF given THEN
    INSERT INTO consents (id, person_id, purpose, given_at)
    SELECT gen_random_uuid(), whose, what, now()
    WHERE NOT EXISTS (SELECT FROM consents WHERE person_id = whose AND purpose = what AND withdrawn_at IS NULL);
  ELSE
    UPDATE consents SET withdrawn_at = now()
    WHERE person_id = whose AND purpose = what AND withdrawn_at IS NULL;
  END IF;
END
$$;

CREATE FUNCTION record_profile_consents() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  audiences text[] := ARRAY(SELECT value FROM jsonb_each_text(
    CASE jsonb_typeof(NEW.audiences) WHEN 'object' THEN NEW.audiences ELSE '{}'::jsonb END));
BEGIN
  PERFORM record_consent(NEW.person_id, 'presence', NEW.shares_presence);
  PERFORM record_consent(NEW.person_id, 'member_profile', audiences && ARRAY['members', 'everyone']);
  PERFORM record_consent(NEW.person_id, 'public_profile', 'everyone' = ANY (audiences));
  RETURN NULL;
END
$$;
CREATE TRIGGER "profile_consents" AFTER INSERT OR UPDATE OF "audiences", "shares_presence" ON "profiles"
  FOR EACH ROW EXECUTE FUNCTION record_profile_consents();

CREATE FUNCTION record_push_consent() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  whose uuid := CASE TG_OP WHEN 'DELETE' THEN OLD.person_id ELSE NEW.person_id END;
BEGIN
  PERFORM record_consent(whose, 'push',
    EXISTS (SELECT FROM push_subscriptions WHERE person_id = whose AND gone_at IS NULL));
  RETURN NULL;
END
$$;
CREATE TRIGGER "push_consents" AFTER INSERT OR UPDATE OR DELETE ON "push_subscriptions"
  FOR EACH ROW EXECUTE FUNCTION record_push_consent();

-- What was open before counts from when it was last written.
INSERT INTO consents (id, person_id, purpose, given_at)
SELECT gen_random_uuid(), person_id, 'presence', updated_at FROM profiles WHERE shares_presence;
INSERT INTO consents (id, person_id, purpose, given_at)
SELECT gen_random_uuid(), person_id, 'member_profile', updated_at FROM profiles
WHERE jsonb_typeof(audiences) = 'object'
  AND EXISTS (SELECT FROM jsonb_each_text(audiences) WHERE value IN ('members', 'everyone'));
INSERT INTO consents (id, person_id, purpose, given_at)
SELECT gen_random_uuid(), person_id, 'public_profile', updated_at FROM profiles
WHERE jsonb_typeof(audiences) = 'object' AND EXISTS (SELECT FROM jsonb_each_text(audiences) WHERE value = 'everyone');
INSERT INTO consents (id, person_id, purpose, given_at)
SELECT gen_random_uuid(), person_id, 'push', min(created_at) FROM push_subscriptions WHERE gone_at IS NULL GROUP BY 2;
