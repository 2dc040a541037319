CREATE TABLE "admins" (
	"uid" text COLLATE "C" PRIMARY KEY NOT NULL,
	"organization_id" text COLLATE "C" NOT NULL,
	"email" text NOT NULL,
	"display_name" text NOT NULL,
	"role" text NOT NULL,
	"status" text DEFAULT 'active' NOT NULL
);
--> statement-breakpoint
CREATE TABLE "analysis_jobs" (
	"session_id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"state" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "athletes" (
	"uid" text COLLATE "C" PRIMARY KEY NOT NULL,
	"organization_id" text COLLATE "C" NOT NULL,
	"display_name" text NOT NULL,
	"email" text NOT NULL,
	"phone" text,
	"created_at" timestamp(0) NOT NULL
);
--> statement-breakpoint
CREATE TABLE "organizations" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"plan" text,
	"session_total" integer DEFAULT 0 NOT NULL,
	"temporary" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sandbox_facts" (
	"name" text PRIMARY KEY NOT NULL,
	"value" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "session_totals" (
	"organization_id" text COLLATE "C" NOT NULL,
	"day" date NOT NULL,
	"activity" text NOT NULL,
	"status" text NOT NULL,
	"uploaded_by" text COLLATE "C" NOT NULL,
	"total" integer NOT NULL,
	CONSTRAINT "session_totals_organization_id_day_activity_status_uploaded_by_pk" PRIMARY KEY("organization_id","day","activity","status","uploaded_by")
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"organization_id" text COLLATE "C" NOT NULL,
	"created_at" timestamp(0) NOT NULL,
	"title" text NOT NULL,
	"activity" text NOT NULL,
	"exercise" text,
	"user_id" text COLLATE "C" NOT NULL,
	"user_name" text NOT NULL,
	"user_status" text,
	"uploaded_by" text COLLATE "C" NOT NULL,
	"status" text NOT NULL,
	"segments" integer NOT NULL,
	"analyzed" boolean NOT NULL,
	"metrics" json,
	"report_comments" json,
	"other_fields" json,
	"fault" text,
	"reads_since_save" smallint DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "title_totals" (
	"organization_id" text COLLATE "C" NOT NULL,
	"title" text NOT NULL,
	"total" integer NOT NULL,
	CONSTRAINT "title_totals_organization_id_title_pk" PRIMARY KEY("organization_id","title")
);
--> statement-breakpoint
ALTER TABLE "admins" ADD CONSTRAINT "admins_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "analysis_jobs" ADD CONSTRAINT "analysis_jobs_session_id_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."sessions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "athletes" ADD CONSTRAINT "athletes_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_totals" ADD CONSTRAINT "session_totals_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "title_totals" ADD CONSTRAINT "title_totals_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "admins_of_organization" ON "admins" USING btree ("organization_id");--> statement-breakpoint
CREATE INDEX "athletes_of_organization" ON "athletes" USING btree ("organization_id");--> statement-breakpoint
CREATE INDEX "sessions_newest" ON "sessions" USING btree ("organization_id","created_at" DESC NULLS FIRST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "sessions_by_activity_status" ON "sessions" USING btree ("organization_id","activity","status","created_at" DESC NULLS FIRST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "sessions_by_status" ON "sessions" USING btree ("organization_id","status","created_at" DESC NULLS FIRST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "sessions_by_athlete" ON "sessions" USING btree ("organization_id","user_id","created_at" DESC NULLS FIRST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "sessions_by_uploader" ON "sessions" USING btree ("organization_id","uploaded_by","created_at" DESC NULLS FIRST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "sessions_by_title" ON "sessions" USING gin ("title" gin_trgm_ops);