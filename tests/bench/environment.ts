// Imported first, so that everything after it, and the academy that the bench starts, sees the same.
import { randomBytes } from "node:crypto";

process.env.NODE_ENV = "production";
process.env.AUTH_SECRET ??= randomBytes(32).toString("base64url");
process.env.LOG_LEVEL ??= "warn";
