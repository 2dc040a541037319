-- Totals are kept when rows change, so that an answer never counts rows: once for each statement, by the
-- transition tables, so that a bulk load pays almost nothing for it.
CREATE FUNCTION keep_session_totals() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP IN ('INSERT', 'UPDATE') THEN
    INSERT INTO session_totals (organization_id, day, activity, status, uploaded_by, total)
    SELECT organization_id, created_at::date, activity, status, uploaded_by, count(*)
    FROM new_rows GROUP BY 1, 2, 3, 4, 5 ORDER BY 1, 2, 3, 4, 5
    ON CONFLICT (organization_id, day, activity, status, uploaded_by)
    DO UPDATE SET total = session_totals.total + excluded.total;
    INSERT INTO title_totals (organization_id, title, total)
    SELECT organization_id, title, count(*) FROM new_rows GROUP BY 1, 2 ORDER BY 1, 2
    ON CONFLICT (organization_id, title) DO UPDATE SET total = title_totals.total + excluded.total;
  END IF;
  IF TG_OP IN ('DELETE', 'UPDATE') THEN
    INSERT INTO session_totals (organization_id, day, activity, status, uploaded_by, total)
    SELECT organization_id, created_at::date, activity, status, uploaded_by, -count(*)
    FROM old_rows GROUP BY 1, 2, 3, 4, 5 ORDER BY 1, 2, 3, 4, 5
    ON CONFLICT (organization_id, day, activity, status, uploaded_by)
    DO UPDATE SET total = session_totals.total + excluded.total;
    INSERT INTO title_totals (organization_id, title, total)
    SELECT organization_id, title, -count(*) FROM old_rows GROUP BY 1, 2 ORDER BY 1, 2
    ON CONFLICT (organization_id, title) DO UPDATE SET total = title_totals.total + excluded.total;
    DELETE FROM title_totals USING old_rows
    WHERE title_totals.organization_id = old_rows.organization_id
      AND title_totals.title = old_rows.title AND title_totals.total = 0;
  END IF;
  IF TG_OP = 'INSERT' THEN
    UPDATE organizations SET session_total = session_total + added.total
    FROM (SELECT organization_id, count(*) AS total FROM new_rows GROUP BY 1) AS added
    WHERE organizations.id = added.organization_id;
  ELSIF TG_OP = 'DELETE' THEN
    UPDATE organizations SET session_total = session_total - gone.total
    FROM (SELECT organization_id, count(*) AS total FROM old_rows GROUP BY 1) AS gone
    WHERE organizations.id = gone.organization_id;
  END IF;
  RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE TRIGGER count_inserted_sessions AFTER INSERT ON sessions
REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION keep_session_totals();
--> statement-breakpoint
CREATE TRIGGER count_updated_sessions AFTER UPDATE ON sessions
REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION keep_session_totals();
--> statement-breakpoint
CREATE TRIGGER count_deleted_sessions AFTER DELETE ON sessions
REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION keep_session_totals();
