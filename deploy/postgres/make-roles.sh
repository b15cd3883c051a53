#!/bin/sh
# Runs once, in an empty database: makes the role that serves, whose tables belong to another.
set -eu
psql --set ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" --set password="$ACADEMY_PASSWORD" <<'SQL'
create role academy login password :'password';
SQL
