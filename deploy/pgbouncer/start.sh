#!/bin/sh
# Writes who may come in from the environment, so that no password is in the image.
set -eu
umask 077
printf '"academy" "%s"\n' "$ACADEMY_PASSWORD" > /tmp/userlist.txt
exec pgbouncer /etc/pgbouncer/pgbouncer.ini
