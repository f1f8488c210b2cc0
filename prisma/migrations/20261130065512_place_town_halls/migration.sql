-- AlterTable
ALTER TABLE "organisations" ADD COLUMN     "commune_insee" TEXT;

-- AddForeignKey
ALTER TABLE "organisations" ADD CONSTRAINT "organisations_commune_insee_fkey" FOREIGN KEY ("commune_insee") REFERENCES "communes"("insee") ON DELETE SET NULL ON UPDATE CASCADE;

-- Only a town hall is of a commune.
ALTER TABLE "organisations" ADD CONSTRAINT "organisation_commune_of_town_hall" CHECK ("commune_insee" IS NULL OR "kind" = 'town_hall');
