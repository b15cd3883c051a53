import { data } from "react-router";
import { canCreateCourse } from "#app/features/course/course-access.ts";
import {
  type ImportChoice,
  type ImportedCourse,
  importPackage,
} from "#app/features/package/browser/import-package.server.ts";
import { dropPackage, findKeptPackage, keepPackage } from "#app/features/package/browser/kept-package.server.ts";
import { MOST_PACKAGE_BYTES } from "#app/features/package/browser/unpack-package.server.ts";
import type { PackageProblem } from "#app/features/package/read/package-problem.ts";
import { ExpectedError, notFound } from "#app/platform/errors/errors.ts";
import type { RouteInput } from "#app/platform/http/declare-route.server.ts";
import { redirectWithNotice } from "#app/platform/http/notice.server.ts";
import { readBytes } from "#app/platform/http/read-body.server.ts";
import { withValues } from "#app/platform/i18n/message-key.ts";

type Input = RouteInput<unknown, unknown>;

type Answer = {
  asNew: boolean;
  /** What is wrong with what was sent. */
  refused?: string;
  problems?: PackageProblem[];
  /** What would happen, and under which name the package is kept until then. */
  courses?: ImportedCourse[];
  upload?: string;
};

/** The fields and bounds around the file in the form. */
const AROUND = 64 * 1024;

const fault = (code: string) =>
  new ExpectedError({ code, messageKey: `course-making:faults.${code}`, status: 422, values: { path: "" } });

/** Does what a form of the page asks for by its `intent`: looks at a package, or takes in what was looked at. */
export async function importPackageActions(input: Input) {
  // Before anything of the file is read.
  if (!canCreateCourse(input.personCtx().actor)) throw notFound();
  const form = await readForm(input.request);
  if (form instanceof ExpectedError) return data<Answer>(refusal(form, false), { status: form.status });
  const asNew = form.get("as") === "new";
  try {
    const intent = form.get("intent");
    if (intent === "look") return await look(input, form, asNew);
    if (intent === "take") return await take(input, form, asNew);
    throw notFound();
  } catch (error) {
    if (!(error instanceof ExpectedError) || error.status === 404) throw error;
    return data<Answer>(refusal(error, asNew), { status: error.status });
  }
}

function refusal(error: ExpectedError, asNew: boolean): Answer {
  return { asNew, refused: withValues(error.messageKey, error.values) };
}

async function readForm(request: Request): Promise<FormData | ExpectedError> {
  const headers = { "Content-Type": request.headers.get("Content-Type") ?? "" };
  try {
    const bytes = await readBytes(request, { limit: MOST_PACKAGE_BYTES + AROUND });
    return await new Response(bytes, { headers }).formData();
  } catch (error) {
    return fault(error instanceof ExpectedError && error.status === 413 ? "archiveTooLarge" : "noFile");
  }
}

async function look({ personCtx }: Input, form: FormData, asNew: boolean) {
  const ctx = personCtx();
  const file = form.get("file");
  if (!(file instanceof File) || file.size === 0) throw fault("noFile");
  const zip = new Uint8Array(await file.arrayBuffer());
  const choice: ImportChoice = { asNew, overwrite: false, dryRun: true };
  const seen = await importPackage(ctx, zip, choice);
  if (!seen.ok) return data<Answer>({ asNew, problems: seen.problems }, { status: 422 });
  const upload = await keepPackage({ db: ctx.db, personId: ctx.actor.id, now: ctx.clock.now() }, zip);
  return data<Answer>({ asNew, courses: seen.courses, upload });
}

async function take({ personCtx, href }: Input, form: FormData, asNew: boolean) {
  const ctx = personCtx();
  const whose = { personId: ctx.actor.id };
  const upload = String(form.get("upload"));
  if (!/^[0-9a-f]{64}$/.test(upload)) throw fault("packageGone");
  const zip = await findKeptPackage(whose, upload);
  const overwrite = form.get("overwrite") === "on";
  const taken = await importPackage(ctx, zip, { asNew, overwrite, dryRun: false });
  if (!taken.ok) return data<Answer>({ asNew, problems: taken.problems }, { status: 422 });
  await dropPackage(whose, upload);
  const [first] = taken.courses;
  const page = first && taken.courses.length === 1 ? `/teach/${first.slug}` : "/teach";
  throw redirectWithNotice(href(page), "course-making:import.done", { count: taken.courses.length });
}
