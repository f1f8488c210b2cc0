-- CreateTable
CREATE TABLE "past_situations" (
    "person_id" UUID NOT NULL,
    "situation" "situation" NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "past_situations_pkey" PRIMARY KEY ("person_id","until")
);

-- CreateIndex
CREATE INDEX "past_situations_until_idx" ON "past_situations"("until");

-- AddForeignKey
ALTER TABLE "past_situations" ADD CONSTRAINT "past_situations_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "persons"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Reports count people by what they were when they came: what a profile said is kept once it says otherwise.
-- Nobody was nothing: a silence is not kept.
CREATE FUNCTION keep_past_situation() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO past_situations (person_id, situation, until) VALUES (OLD.person_id, OLD.situation, now())
  ON CONFLICT DO NOTHING;
  RETURN NULL;
END
$$;
CREATE TRIGGER "profiles_keep_past_situation" AFTER UPDATE OF situation ON "profiles"
  FOR EACH ROW WHEN (OLD.situation IS NOT NULL AND OLD.situation IS DISTINCT FROM NEW.situation)
  EXECUTE FUNCTION keep_past_situation();
