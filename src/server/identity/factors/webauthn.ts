import type {
	AuthenticationResponseJSON,
	RegistrationResponseJSON,
	WebAuthnCredential
} from '@simplewebauthn/server';
import { Problem } from '#shared/problem';

/** Read at first need: its certificates take a sixth of a second and 25 MB that most processes never use. */
const library = () => import('@simplewebauthn/server');

/** The challenge that was signed is one of ours, made for this and not used yet. It is taken as it is asked. */
type Take = (challenge: string) => Promise<boolean>;
type Person = { id: string; email: string; name: string };
type Known = { credential: string; transports: string[] };
/** What the browser says must have happened at our own address. */
type Answered<T> = { response: T; origin: string; take: Take };

/** EdDSA, ES256, RS256 (RFC 9053, RFC 8812): named, since the library would otherwise try what Node calls experimental. */
const algorithms = [-8, -7, -257];

/** WebAuthn Level 3 §5.4. No attestation: we need not know what somebody bought. */
export async function optionsToAdd(origin: string, person: Person, known: Known[]) {
	const { generateRegistrationOptions } = await library();
	return generateRegistrationOptions({
		rpName: new URL(origin).host,
		rpID: new URL(origin).hostname,
		userID: new Uint8Array(Buffer.from(person.id)),
		userName: person.email,
		userDisplayName: person.name,
		attestationType: 'none',
		supportedAlgorithmIDs: algorithms,
		excludeCredentials: known.map(asDescriptor),
		authenticatorSelection: { residentKey: 'preferred', userVerification: 'preferred' }
	});
}

/** §5.5. Without any that are known, the person chooses among those that their device holds for us. */
export async function optionsToGive(
	origin: string,
	known: Known[],
	userVerification: 'required' | 'preferred'
) {
	const { generateAuthenticationOptions } = await library();
	return generateAuthenticationOptions({
		rpID: new URL(origin).hostname,
		allowCredentials: known.map(asDescriptor),
		userVerification
	});
}

/** §7.1. @throws Problem 'passkey-refused', whatever was wrong */
export async function verifyAdded({ response, origin, take }: Answered<RegistrationResponseJSON>) {
	const { verifyRegistrationResponse } = await library();
	const verified = await verifyRegistrationResponse({
		response,
		expectedChallenge: await taken(response, take),
		expectedOrigin: origin,
		expectedRPID: new URL(origin).hostname,
		supportedAlgorithmIDs: algorithms,
		requireUserVerification: false
	}).catch(refuse);
	if (!verified.verified) return refuse();
	const { credential, credentialBackedUp, credentialDeviceType } = verified.registrationInfo;
	return { credential, synced: credentialBackedUp || credentialDeviceType === 'multiDevice' };
}

/** §7.2. Returns the new counter. @throws Problem 'passkey-refused', whatever was wrong */
export async function verifyGiven(
	{ response, origin, take }: Answered<AuthenticationResponseJSON>,
	credential: WebAuthnCredential,
	mustVerifyUser: boolean
): Promise<number> {
	const { verifyAuthenticationResponse } = await library();
	const { verified, authenticationInfo } = await verifyAuthenticationResponse({
		response,
		expectedChallenge: await taken(response, take),
		expectedOrigin: origin,
		expectedRPID: new URL(origin).hostname,
		credential,
		requireUserVerification: mustVerifyUser
	}).catch(refuse);
	return verified ? authenticationInfo.newCounter : refuse();
}

/** The challenge that was signed, which works no more from now on. */
async function taken({ response }: { response: { clientDataJSON: string } }, take: Take): Promise<string> {
	const challenge = challengeIn(response.clientDataJSON);
	return challenge !== undefined && (await take(challenge)) ? challenge : refuse();
}

function challengeIn(clientDataJSON: string): string | undefined {
	try {
		const { challenge } = JSON.parse(Buffer.from(clientDataJSON, 'base64url').toString()) as {
			challenge?: unknown;
		};
		return typeof challenge === 'string' ? challenge : undefined;
	} catch {
		return undefined;
	}
}

function refuse(): never {
	throw new Problem('passkey-refused');
}

function asDescriptor({ credential, transports }: Known) {
	return { id: credential, transports };
}
