-- Title search by substring uses a trigram index; the extension ships with PostgreSQL and with PGlite.
CREATE EXTENSION IF NOT EXISTS pg_trgm;
