-- CreateTable
CREATE TABLE "place_imports" (
    "id" UUID NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,
    "source_title" TEXT NOT NULL,
    "source_date" TEXT NOT NULL,
    "lines" JSONB NOT NULL,
    "applied_at" TIMESTAMPTZ(3),

    CONSTRAINT "place_imports_pkey" PRIMARY KEY ("id")
);
