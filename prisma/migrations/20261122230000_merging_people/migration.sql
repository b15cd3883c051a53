-- Points the rows of a table from one person to another, row by row: where the other has one of her own by some unique
-- index, the row stays as it is. Returns how many were moved.
CREATE FUNCTION move_unless_held("table" regclass, "column" text, "closed" uuid, "kept" uuid) RETURNS integer
LANGUAGE plpgsql AS $$
DECLARE
  place tid;
  moved integer := 0;
BEGIN
  FOR place IN EXECUTE format('SELECT ctid FROM %s WHERE %I = $1', "table", "column") USING "closed" LOOP
    BEGIN
      EXECUTE format('UPDATE %s SET %I = $1 WHERE ctid = $2', "table", "column") USING "kept", place;
      moved := moved + 1;
    EXCEPTION WHEN unique_violation THEN
      NULL;
    END;
  END LOOP;
  RETURN moved;
END $$;
