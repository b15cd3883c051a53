import { holdUploadLaws } from "#tests/factories/upload-laws.ts";
import { openTestBucket } from "#tests/fakes/bucket.ts";
import { openTestDatabase } from "#tests/setup/database.ts";

const database = openTestDatabase();

openTestBucket();
holdUploadLaws({ db: () => database.db });
