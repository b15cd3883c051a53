import { z } from "zod";
import { givenPasswordSchema } from "./account-schema.ts";

const json = z
  .string()
  .max(20_000)
  .transform((text, context): unknown => {
    try {
      return JSON.parse(text);
    } catch {
      context.addIssue({ code: "custom", message: "form:invalid" });
      return z.NEVER;
    }
  });

// What the browser's credential manager answers (WebAuthn level 3, 5.1), as JSON in a form field.
const credential = {
  id: z.string().min(1),
  rawId: z.string().min(1),
  type: z.literal("public-key"),
  clientExtensionResults: z.looseObject({}),
};

export const passkeySignInSchema = z.object({
  answer: json.pipe(
    z.object({
      ...credential,
      response: z.object({
        clientDataJSON: z.string(),
        authenticatorData: z.string(),
        signature: z.string(),
        userHandle: z.string().optional(),
      }),
    }),
  ),
});

const madePasskey = z.object({
  ...credential,
  response: z.looseObject({
    clientDataJSON: z.string(),
    attestationObject: z.string(),
    transports: z.array(z.string()).optional(),
  }),
});

const passkeyName = z.string().trim().min(1).max(60);

/** Who adds or removes a way to sign in proves anew who she is. */
const proof = { currentPassword: givenPasswordSchema };

export const addPasskeySchema = z.object({ answer: json.pipe(madePasskey), name: passkeyName, ...proof });
export const removePasskeySchema = z.object({ id: z.uuid(), ...proof });
export const renamePasskeySchema = z.object({ id: z.uuid(), name: passkeyName });
export const idSchema = z.object({ id: z.uuid() });

export type PasskeySignIn = z.output<typeof passkeySignInSchema>["answer"];
export type MadePasskey = z.output<typeof madePasskey>;
