import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server';
import * as v from 'valibot';

/** As browsers write a credential out (WebAuthn Level 3 §5.1.8), sent as one field of a form. */
const Text = v.pipe(v.string(), v.maxLength(20_000));
const Base64Url = v.pipe(Text, v.regex(/^[A-Za-z0-9_-]*$/));
const common = {
	id: v.pipe(Base64Url, v.nonEmpty(), v.maxLength(1400)),
	rawId: Base64Url,
	type: v.literal('public-key'),
	authenticatorAttachment: v.optional(v.string()),
	clientExtensionResults: v.optional(v.record(v.string(), v.unknown()), {})
};

const Added = v.object({
	...common,
	response: v.object({
		clientDataJSON: Base64Url,
		attestationObject: Base64Url,
		transports: v.optional(v.array(v.pipe(v.string(), v.regex(/^[a-z-]{2,20}$/))))
	})
});
const Given = v.object({
	...common,
	response: v.object({
		clientDataJSON: Base64Url,
		authenticatorData: Base64Url,
		signature: Base64Url,
		userHandle: v.optional(v.nullable(Base64Url))
	})
});

export const AddedResponse = written<RegistrationResponseJSON>(Added);
export const GivenResponse = written<AuthenticationResponseJSON>(Given);

/** Written out by the browser in a hidden field: nobody types it, so what is wrong with it has one answer. */
function written<T>(Schema: v.GenericSchema) {
	return v.pipe(
		v.string(),
		v.maxLength(60_000, 'passkey-refused'),
		v.transform((text): T | undefined => {
			const read = v.safeParse(Schema, jsonIn(text));
			return read.success ? (read.output as T) : undefined;
		}),
		v.custom<T>((response) => response !== undefined, 'passkey-refused')
	);
}

function jsonIn(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

/** Our own address, to which a passkey is bound. The route gives it, never the form. */
export const Origin = v.pipe(v.string(), v.url('wrong-kind'));
