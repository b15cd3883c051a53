import { askForCorrection } from "#app/features/certificate/issuing/ask-for-correction.server.ts";
import { correctionSchema, hideNamesSchema } from "#app/features/certificate/issuing/certificate-acts-schema.ts";
import { checkNames } from "#app/features/certificate/issuing/check-names.server.ts";
import { hideNames } from "#app/features/certificate/issuing/hide-names.server.ts";
import { namesSchema } from "#app/features/certificate/names-schema.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import type { RouteInput } from "#app/platform/http/declare-route.server.ts";
import { handleForm } from "#app/platform/http/form.server.ts";
import { redirectWithNotice } from "#app/platform/http/notice.server.ts";

type Input = RouteInput<unknown, unknown> & { form: FormData };

/** Does what a form of the page asks for by its `intent`, and says on the same page that it is done. */
export function certificateActions(input: Input) {
  switch (input.form.get("intent")) {
    case "hide-names":
      return hide(input);
    case "ask-for-correction":
      return correct(input);
    case "check-names":
      return check(input);
    default:
      throw notFound();
  }
}

const done = ({ href }: Input, messageKey: string) =>
  redirectWithNotice(href("/account/certificates"), `certificate:${messageKey}`);

function hide(input: Input) {
  return handleForm({
    form: input.form,
    schema: hideNamesSchema,
    run: async (wish) => {
      await hideNames(input.personCtx(), wish);
      return done(input, wish.hidden ? "mine.hide.hiddenNow" : "mine.hide.shownNow");
    },
  });
}

function correct(input: Input) {
  return handleForm({
    form: input.form,
    schema: correctionSchema,
    run: async (correction) => {
      await askForCorrection(input.personCtx(), correction);
      return done(input, "mine.correction.asked");
    },
  });
}

function check(input: Input) {
  return handleForm({
    form: input.form,
    schema: namesSchema,
    run: async (names) => {
      await checkNames(input.personCtx(), names);
      return done(input, "names.saved");
    },
  });
}
