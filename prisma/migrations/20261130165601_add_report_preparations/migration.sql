-- CreateTable
CREATE TABLE "report_preparations" (
    "id" UUID NOT NULL,
    "asked_by" UUID NOT NULL,
    "first_day" DATE NOT NULL,
    "last_day" DATE NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "done" INTEGER NOT NULL DEFAULT 0,
    "total" INTEGER NOT NULL,
    "parts" JSONB NOT NULL DEFAULT '[]',
    "finished_at" TIMESTAMPTZ(3),
    "failed_at" TIMESTAMPTZ(3),

    CONSTRAINT "report_preparations_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "report_preparations_asked_by_first_day_last_day_key" ON "report_preparations"("asked_by", "first_day", "last_day");

-- AddForeignKey
ALTER TABLE "report_preparations" ADD CONSTRAINT "report_preparations_asked_by_fkey" FOREIGN KEY ("asked_by") REFERENCES "persons"("id") ON DELETE CASCADE ON UPDATE CASCADE;
