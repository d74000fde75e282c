#!/usr/bin/env bash
# Creates Baton's database and its two roles: the owner migrates, the application works and cannot rewrite history.
set -euo pipefail

psql --no-psqlrc --quiet --set=ON_ERROR_STOP=1 --username=postgres --dbname=postgres \
    --set=owner_password="$BATON_DB_OWNER_PASSWORD" --set=app_password="$BATON_DB_APP_PASSWORD" <<'SQL'
create role baton_owner login password :'owner_password';
create role baton_app login password :'app_password';
create database baton owner baton_owner encoding 'UTF8' template template0;
revoke all on database baton from public;
grant connect, temporary on database baton to baton_app;
\connect baton
revoke all on schema public from public;
alter schema public owner to baton_owner;
grant usage on schema public to baton_app;
SQL
