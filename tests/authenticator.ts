import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto';

type Wrong = Partial<{ origin: string; challenge: string; rpId: string; verified: boolean; counter: number; userHandle: string; type: string }>; // prettier-ignore

/**
 * A passkey in software, for what no browser would do: other origins, old challenges, counters that fall back.
 * (Journeys use Chromium's own.) WebAuthn Level 3, §6.1 for the bytes.
 */
export class Authenticator {
	readonly id = randomBytes(16).toString('base64url');
	readonly #privateKey: KeyObject;
	readonly #publicKey: Buffer;
	readonly origin: string;
	counter = 0;
	userHandle = '';

	constructor(origin: string) {
		this.origin = origin;
		const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
		const { x, y } = publicKey.export({ format: 'jwk' });
		this.#privateKey = privateKey;
		this.#publicKey = coseKey(Buffer.from(x!, 'base64url'), Buffer.from(y!, 'base64url'));
	}

	/** §5.1.3 */
	make({ challenge, user }: { challenge: string; user: { id: string } }, wrong: Wrong = {}): string {
		this.userHandle = user.id;
		const credential = Buffer.from(this.id, 'base64url');
		const authData = Buffer.concat([
			this.#header(wrong, 0x40),
			Buffer.alloc(16),
			Buffer.from([0, credential.length]),
			credential,
			this.#publicKey
		]);
		return this.#written({
			clientDataJSON: this.#clientData('webauthn.create', challenge, wrong).toString('base64url'),
			attestationObject: attestation(authData).toString('base64url'),
			transports: ['internal']
		});
	}

	/** §5.1.4 */
	give({ challenge }: { challenge: string }, wrong: Wrong = {}): string {
		this.counter++;
		const data = this.#header(wrong, 0);
		const clientData = this.#clientData('webauthn.get', challenge, wrong);
		const signed = Buffer.concat([data, sha256(clientData)]);
		return this.#written({
			clientDataJSON: clientData.toString('base64url'),
			authenticatorData: data.toString('base64url'),
			signature: sign('sha256', signed, this.#privateKey).toString('base64url'),
			userHandle: wrong.userHandle ?? this.userHandle
		});
	}

	#header({ rpId, verified = true, counter }: Wrong, more: number): Buffer {
		const flags = 0x01 | (verified ? 0x04 : 0) | more;
		const count = Buffer.alloc(4);
		count.writeUInt32BE(counter ?? this.counter);
		return Buffer.concat([sha256(rpId ?? new URL(this.origin).hostname), Buffer.from([flags]), count]);
	}

	#clientData(type: string, challenge: string, wrong: Wrong): Buffer {
		return Buffer.from(
			JSON.stringify({
				type: wrong.type ?? type,
				challenge: wrong.challenge ?? challenge,
				origin: wrong.origin ?? this.origin
			})
		);
	}

	#written(response: object): string {
		return JSON.stringify({
			id: this.id,
			rawId: this.id,
			type: 'public-key',
			clientExtensionResults: {},
			response
		});
	}
}

function sha256(data: string | Buffer): Buffer {
	return createHash('sha256').update(data).digest();
}

/** {1: 2, 3: -7, -1: 1, -2: x, -3: y}: an ES256 key in CBOR (RFC 9053 §7.1.1). */
function coseKey(x: Buffer, y: Buffer): Buffer {
	const bytes = (key: number, value: Buffer) =>
		Buffer.concat([Buffer.from([key, 0x58, value.length]), value]);
	return Buffer.concat([
		Buffer.from([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01]),
		bytes(0x21, x),
		bytes(0x22, y)
	]);
}

/** {fmt: "none", attStmt: {}, authData} in CBOR. */
function attestation(authData: Buffer): Buffer {
	const text = (words: string) => Buffer.concat([Buffer.from([0x60 | words.length]), Buffer.from(words)]);
	const length = Buffer.from([0x59, authData.length >> 8, authData.length & 0xff]);
	return Buffer.concat([Buffer.from([0xa3]), text('fmt'), text('none'), text('attStmt'), Buffer.from([0xa0]), text('authData'), length, authData]); // prettier-ignore
}
