import { type RefObject, useEffect, useState } from "react";

type Ceremony = "generate-authenticate-options" | "generate-register-options";

async function perform(ceremony: Ceremony): Promise<unknown> {
  const [options, webAuthn] = await Promise.all([
    fetch(`/api/auth/passkey/${ceremony}`, { headers: { accept: "application/json" } }),
    import("@simplewebauthn/browser"),
  ]);
  if (!options.ok) throw new PasskeyRefused(options.status === 403 ? "sessionOld" : "passkeyRefused");
  const optionsJSON = await options.json();
  if (ceremony === "generate-register-options") return webAuthn.startRegistration({ optionsJSON });
  return webAuthn.startAuthentication({ optionsJSON });
}

class PasskeyRefused extends Error {
  readonly code: string;

  constructor(code: string) {
    super(code);
    this.code = code;
  }
}

/**
 * Asks the browser for a passkey and sends the form of `field` with its answer in it. `available` is false
 * until it is known that this browser can. `refusal` is a message key.
 */
export function usePasskey(ceremony: Ceremony, field: RefObject<HTMLInputElement | null>) {
  const [available, setAvailable] = useState(false);
  const [refusal, setRefusal] = useState<string>();
  useEffect(() => setAvailable("PublicKeyCredential" in window), []);
  const ask = async () => {
    setRefusal(undefined);
    try {
      const answer = await perform(ceremony);
      if (!field.current) return;
      field.current.value = JSON.stringify(answer);
      field.current.form?.requestSubmit();
    } catch (error) {
      setRefusal(error instanceof PasskeyRefused ? `account:errors.${error.code}` : "account:passkeys.cancelled");
    }
  };
  return { available, refusal, ask };
}
