import { holdUploadLaws } from "#tests/factories/upload-laws.ts";
import { openTestBucket } from "#tests/fakes/bucket.ts";
import { openTestDatabase } from "#tests/setup/database.ts";

const database = openTestDatabase();

openTestBucket();
// Of a part that did not reach the size that a bucket takes nothing is kept when the line is lost.
holdUploadLaws({ db: () => database.db, keepsCutParts: false });
