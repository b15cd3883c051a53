import { parseWithZod } from "@conform-to/zod/v4";
import { data } from "react-router";
import type { z } from "zod";
import { type Addressed, audienceOf, chosenAudience } from "#app/features/roster/messages/audience.ts";
import { findComposePage } from "#app/features/roster/messages/find-compose-page.server.ts";
import { confirmedMessageSchema, messageSchema } from "#app/features/roster/messages/message-schema.ts";
import { previewMessage } from "#app/features/roster/messages/preview-message.server.ts";
import { sendMessage } from "#app/features/roster/messages/send-message.server.ts";
import { ExpectedError, notFound } from "#app/platform/errors/errors.ts";
import type { RouteInput } from "#app/platform/http/declare-route.server.ts";
import { handleForm } from "#app/platform/http/form.server.ts";
import { redirectWithNotice } from "#app/platform/http/notice.server.ts";

type Input = RouteInput<{ course: string }, Addressed> & { form: FormData };

/** Does what a form of the page asks for by its `intent`: shows the message, goes back to it, or sends it. */
export async function messageActions(input: Input) {
  const { form, params, search } = input;
  const fieldOf = (code: string) => (code === "nobody" ? "audience" : undefined);
  switch (form.get("intent")) {
    case "preview":
      return handleForm({ form, schema: messageSchema, fieldOf, run: (message) => preview(input, message, false) });
    case "change":
      await findComposePage(input.personCtx(), { ...params, ...search });
      return data({ result: parseWithZod(form, { schema: messageSchema }).reply() }, { status: 200 });
    case "send":
      return handleForm({ form, schema: confirmedMessageSchema, fieldOf, run: (message) => send(input, message) });
    default:
      throw notFound();
  }
}

async function preview(
  { personCtx, params, search }: Input,
  message: z.output<typeof messageSchema>,
  changed: boolean,
) {
  const audience = chosenAudience(message.audience, audienceOf(search));
  const recipients = await previewMessage(personCtx(), { ...params, audience });
  const { subject, body, formId } = message;
  const previewed = { subject, body, formId, audience: message.audience, recipients, changed };
  return data({ previewed }, { status: 200 });
}

async function send(input: Input, message: z.output<typeof confirmedMessageSchema>) {
  const { personCtx, params, search, href } = input;
  const audience = chosenAudience(message.audience, audienceOf(search));
  try {
    const { messageId } = await sendMessage(personCtx(), { ...params, ...message, audience });
    throw redirectWithNotice(href(`/teach/${params.course}/messages/${messageId}`), "course-message:notice.sent");
  } catch (error) {
    // It would go to others than were agreed to: they are shown anew.
    if (error instanceof ExpectedError && error.code === "changed") return preview(input, message, true);
    throw error;
  }
}
