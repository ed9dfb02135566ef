// Passkeys: what the browser is asked for, and how bytes travel to the server and back.
import { call } from "./api";
import type { List } from "./types";

export type Passkey = { id: string; name: string; created_at: string; used_at: string | null };
type Challenge = { challenge: string; rp_id: string; user?: { id: string; name: string }; known?: string[] };

export const listPasskeys = (signal?: AbortSignal): Promise<Passkey[]> =>
  call<List<Passkey>>("GET", "/v1/passkeys", undefined, signal).then(({ data }) => data);
export const removePasskey = (id: string): Promise<void> => call("DELETE", `/v1/passkeys/${encodeURIComponent(id)}`);

/** Browsers tie passkeys to a name: an IP address has none. */
const hasName = !/^[\d.]+$|^\[/.test(location.hostname);
export const passkeysWork = hasName && typeof PublicKeyCredential === "function";
/** The same page under a name, where this machine is called by its address. */
export const namedPage = location.hostname === "127.0.0.1" || location.hostname === "[::1]" ? location.href.replace(location.hostname, "localhost") : null;

/** True for what a browser says when its owner did not go on. */
export const wasCancelled = (error: unknown): boolean =>
  error instanceof DOMException && ["NotAllowedError", "AbortError", "InvalidStateError"].includes(error.name);
/** True when the authenticator has a passkey for this account already. */
export const isThereAlready = (error: unknown): boolean => error instanceof DOMException && error.name === "InvalidStateError";

function bytes(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (char) => char.charCodeAt(0));
}

function text(buffer: ArrayBuffer): string {
  return btoa(String.fromCharCode(...new Uint8Array(buffer))).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

/** Has the authenticator make a passkey for whoever is signed in. */
export async function addPasskey(name: string): Promise<Passkey> {
  const { challenge, rp_id: id, user, known = [] } = await call<Challenge>("POST", "/v1/passkeys/challenge", {});
  const made = await navigator.credentials.create({
    publicKey: {
      challenge: bytes(challenge),
      rp: { id, name: "Ordergate" },
      user: { id: bytes(user?.id ?? ""), name: user?.name ?? "", displayName: user?.name ?? "" },
      pubKeyCredParams: [{ type: "public-key", alg: -7 }],
      authenticatorSelection: { residentKey: "required", userVerification: "required" },
      attestation: "none",
      excludeCredentials: known.map((one) => ({ type: "public-key", id: bytes(one) })),
    },
  }) as PublicKeyCredential;
  const response = made.response as AuthenticatorAttestationResponse;
  return call("POST", "/v1/passkeys", {
    name, challenge, client_data: text(response.clientDataJSON), attestation_object: text(response.attestationObject),
  });
}

/** Signs in by whichever passkey its owner chooses. */
export async function signInWithPasskey(): Promise<void> {
  const { challenge, rp_id } = await call<Challenge>("POST", "/v1/sign-in/challenge", {});
  const found = await navigator.credentials.get({ publicKey: { challenge: bytes(challenge), rpId: rp_id, userVerification: "required" } }) as PublicKeyCredential;
  const response = found.response as AuthenticatorAssertionResponse;
  await call("POST", "/v1/sign-in", {
    challenge, credential: found.id, client_data: text(response.clientDataJSON), authenticator_data: text(response.authenticatorData),
    signature: text(response.signature), user: response.userHandle ? text(response.userHandle) : null,
  });
}
