-- A job without a key goes through add_jobs, which looks for keys to replace in four statements: more
-- than the booking itself. Under a key of its own, which no other job can have, it is one insertion.
CREATE OR REPLACE FUNCTION tell_person(notice jsonb) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  notification uuid := gen_random_uuid();
BEGIN
  INSERT INTO notifications (id, kind, person_id, email, locale, payload)
  VALUES (notification, notice ->> 'kind', (notice ->> 'personId')::uuid, notice ->> 'email', notice ->> 'locale', notice -> 'payload');
  PERFORM graphile_worker.add_job('deliver_notification', json_build_object('notificationId', notification), max_attempts => 12,
    job_key => 'notification ' || notification, job_key_mode => 'unsafe_dedupe');
END
$$;

CREATE OR REPLACE FUNCTION tell_webhooks(space uuid, booking uuid, event text) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  b bookings;
  hook uuid;
  delivery uuid;
  event_id uuid := gen_random_uuid();
BEGIN
  PERFORM FROM webhooks WHERE removed_at IS NULL LIMIT 1;
  IF NOT FOUND THEN RETURN; END IF;
  SELECT * INTO b FROM bookings WHERE bookings.space_id = space AND bookings.id = booking;
  FOR hook IN
    SELECT w.id FROM webhooks w
    WHERE w.removed_at IS NULL AND (w.space_id = space OR w.person_id = b.person_id) AND event = ANY (w.kinds)
  LOOP
    delivery := gen_random_uuid();
    INSERT INTO webhook_deliveries (id, webhook_id, event_id, kind, payload)
    VALUES (delivery, hook, event_id, event, jsonb_build_object(
      'id', b.id, 'spaceId', b.space_id, 'resourceId', b.resource_id, 'day', b.day, 'part', b.part,
      'startsAt', to_char(b.starts_at, 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), 'endsAt', to_char(b.ends_at, 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
      'state', b.state, 'sequence', b.sequence));
    PERFORM graphile_worker.add_job('deliver_webhook', json_build_object('deliveryId', delivery), max_attempts => 12,
      job_key => 'delivery ' || delivery, job_key_mode => 'unsafe_dedupe');
  END LOOP;
END
$$;
