-- Registration is open, by invitation, or closed. The former setting stays where it is: processes of the release
-- before this one, which read it while they are being replaced, must not open what was closed.
INSERT INTO "Setting" ("key", "value", "updatedAt")
SELECT 'registration', CASE WHEN "value" = 'true'::jsonb THEN '"open"'::jsonb ELSE '"closed"'::jsonb END, now()
FROM "Setting" WHERE "key" = 'registrationOpen'
ON CONFLICT ("key") DO NOTHING;
