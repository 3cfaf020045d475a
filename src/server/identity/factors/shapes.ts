import * as v from 'valibot';
import { readCode } from '#shared/tokens';

/** "123 456" as apps show it. */
export const SixDigits = v.pipe(
	v.string(),
	v.transform((code) => code.replace(/\s/g, '')),
	v.nonEmpty('missing'),
	v.regex(/^\d{6}$/, 'wrong-code')
);

/** A recovery code as somebody copied it from paper. */
export const WrittenCode = v.pipe(
	v.string(),
	v.nonEmpty('missing'),
	v.transform(readCode),
	v.string('wrong-code')
);

/** The session of this browser. The route gives it, never the form. */
export const SessionId = v.pipe(v.string(), v.uuid('wrong-kind'));
