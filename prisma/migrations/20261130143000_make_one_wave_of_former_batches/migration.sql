-- Of batches made when the sums followed each of them, what came with one was read already by whoever looked: only
-- what comes after the last can still be told by fives. They are one wave, or each would cost lines for nothing.
UPDATE "survey_batches" AS batch SET "takes_in" = false
WHERE EXISTS (
  SELECT FROM "survey_batches" AS later
  WHERE later."campaign_id" = batch."campaign_id" AND later."takes_in" AND later."number" > batch."number"
);
