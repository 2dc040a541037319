ALTER TABLE "organizations" ADD COLUMN "address_life" integer;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "film" text;