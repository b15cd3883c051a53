import { changeEmailSchema, changePasswordSchema } from "#app/features/account/account-schema.ts";
import { addPasskey } from "#app/features/account/add-passkey.server.ts";
import { askForEmailChange } from "#app/features/account/change-email.server.ts";
import { changePassword } from "#app/features/account/change-password.server.ts";
import {
  addPasskeySchema,
  idSchema,
  removePasskeySchema,
  renamePasskeySchema,
} from "#app/features/account/passkey-schema.ts";
import { removePasskey } from "#app/features/account/remove-passkey.server.ts";
import { renamePasskey } from "#app/features/account/rename-passkey.server.ts";
import { revokeOtherSessions, revokeSession } from "#app/features/account/revoke-session.server.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import type { RouteInput } from "#app/platform/http/declare-route.server.ts";
import { handleForm } from "#app/platform/http/form.server.ts";
import { redirectWithNotice } from "#app/platform/http/notice.server.ts";
import type { MessageValues } from "#app/platform/i18n/message-key.ts";

type Input = RouteInput<unknown, unknown> & { form: FormData };

const passwordField = (code: string) => (code === "wrongPassword" ? "currentPassword" : undefined);

/** Does what a form of the page asks for by its `intent`, and says on the same page that it is done. */
export function securityActions(input: Input) {
  const act = actions.get(String(input.form.get("intent")));
  if (!act) throw notFound();
  return act(input);
}

const done = ({ href }: Input, messageKey: string, values?: MessageValues) =>
  redirectWithNotice(href("/account/security"), `account:${messageKey}`, values);

function email(input: Input) {
  return handleForm({
    form: input.form,
    schema: changeEmailSchema,
    fieldOf: passwordField,
    run: async (given) => {
      await askForEmailChange(input.personCtx(), { ...given, address: input.web.address });
      return done(input, "changeEmail.asked");
    },
  });
}

function password(input: Input) {
  return handleForm({
    form: input.form,
    schema: changePasswordSchema,
    fieldOf: passwordField,
    run: async (given) => {
      const { cookies } = await changePassword(input.personCtx(), given);
      for (const cookie of cookies.getSetCookie()) input.web.responseHeaders.append("Set-Cookie", cookie);
      return done(input, "changePassword.done");
    },
  });
}

function revoke(input: Input) {
  return handleForm({
    form: input.form,
    schema: idSchema,
    run: async ({ id }) => {
      await revokeSession(input.personCtx(), { sessionId: id });
      return done(input, "sessions.revoked");
    },
  });
}

async function revokeOthers(input: Input) {
  const count = await revokeOtherSessions(input.personCtx());
  return count === 0 ? done(input, "sessions.noOthers") : done(input, "sessions.othersRevoked", { count });
}

function add(input: Input) {
  return handleForm({
    form: input.form,
    schema: addPasskeySchema,
    fieldOf: passwordField,
    run: async (given) => {
      await addPasskey(input.personCtx(), { ...given, headers: input.request.headers });
      return done(input, "passkeys.addDone");
    },
  });
}

function rename(input: Input) {
  return handleForm({
    form: input.form,
    schema: renamePasskeySchema,
    run: async (given) => {
      await renamePasskey(input.personCtx(), given);
      return done(input, "passkeys.renamed");
    },
  });
}

function remove(input: Input) {
  return handleForm({
    form: input.form,
    schema: removePasskeySchema,
    fieldOf: passwordField,
    run: async (given) => {
      await removePasskey(input.personCtx(), given);
      return done(input, "passkeys.removed");
    },
  });
}

type Act = typeof email | typeof revokeOthers;

const actions = new Map<string, Act>([
  ["changeEmail", email],
  ["changePassword", password],
  ["revoke", revoke],
  ["revokeOthers", revokeOthers],
  ["addPasskey", add],
  ["renamePasskey", rename],
  ["removePasskey", remove],
]);
