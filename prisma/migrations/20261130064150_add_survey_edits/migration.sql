-- AlterTable
ALTER TABLE "survey_versions" ADD COLUMN     "revision" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "campaigns" ADD COLUMN     "revision" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "texts" JSONB NOT NULL DEFAULT '{}';

-- CreateTable
CREATE TABLE "survey_edits" (
    "survey" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "revision" INTEGER NOT NULL,
    "before" JSONB NOT NULL,
    "kind" TEXT NOT NULL,
    "edited_at" TIMESTAMPTZ(3) NOT NULL,
    "edited_by" UUID,

    CONSTRAINT "survey_edits_pkey" PRIMARY KEY ("survey","version","revision")
);

-- AddForeignKey
ALTER TABLE "survey_edits" ADD CONSTRAINT "survey_edits_survey_version_fkey" FOREIGN KEY ("survey", "version") REFERENCES "survey_versions"("survey", "version") ON DELETE CASCADE ON UPDATE CASCADE;

-- By hand: what people have answered to is not asked otherwise afterwards, whoever writes.
CREATE FUNCTION survey_version_is_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT FROM survey_responses r JOIN campaigns c ON c.id = r.campaign_id
    WHERE c.survey = OLD.survey AND r.version = OLD.version) THEN
    RAISE EXCEPTION 'version % of % has answers', OLD.version, OLD.survey
      USING ERRCODE = 'check_violation', CONSTRAINT = 'survey_version_is_kept';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER survey_version_is_kept BEFORE UPDATE OF questionnaire ON survey_versions
  FOR EACH ROW WHEN (NEW.questionnaire IS DISTINCT FROM OLD.questionnaire)
  EXECUTE FUNCTION survey_version_is_kept();

CREATE FUNCTION campaign_version_is_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM survey_responses WHERE campaign_id = OLD.id) THEN
    RAISE EXCEPTION 'campaign % has answers', OLD.slug
      USING ERRCODE = 'check_violation', CONSTRAINT = 'campaign_version_is_kept';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER campaign_version_is_kept BEFORE UPDATE OF survey, version ON campaigns
  FOR EACH ROW WHEN ((NEW.survey, NEW.version) IS DISTINCT FROM (OLD.survey, OLD.version))
  EXECUTE FUNCTION campaign_version_is_kept();
