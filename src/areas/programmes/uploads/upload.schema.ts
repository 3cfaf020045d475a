import * as v from 'valibot';
import { media } from '#areas/forms';
import { ByReference } from '../expression.schema.ts';

const Bytes = v.pipe(v.number(), v.integer(), v.minValue(0));
const Id = v.pipe(v.string(), v.uuid());

export const BeginUpload = v.object({
	...ByReference.entries,
	question: v.pipe(v.string(), v.maxLength(80)),
	name: v.pipe(v.string(), v.nonEmpty(), v.maxLength(1000)),
	/** Nothing while it is being recorded. */
	size: v.nullable(Bytes),
	medium: v.nullable(v.picklist(media)),
	fingerprint: v.pipe(v.string(), v.maxLength(200))
});
export const ByUpload = v.object({ ...ByReference.entries, upload: Id });
export const AddPiece = v.object({
	...ByUpload.entries,
	at: Bytes,
	/** What the store said when it had taken the bytes in. */
	piece: v.object({ id: Id, size: Bytes, sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)) })
});
export const FinishUpload = v.object({
	...ByUpload.entries,
	hash: v.optional(v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)))
});
