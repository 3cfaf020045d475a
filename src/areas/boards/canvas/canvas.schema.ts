import * as v from 'valibot';
import { lines, text } from '#shared/fields';
import { boxes } from '../boxes.ts';
import { ByBoard, ByCampaign, ByNote } from '../board.schema.ts';

const Box = v.picklist(boxes, 'missing');

export const ByBox = v.object({ ...ByCampaign.entries, box: Box });
/** `seen`: the last change in the box that whoever agrees has seen. */
export const Agreeing = v.object({
	...ByBox.entries,
	seen: v.pipe(v.string('missing'), v.regex(/^\d{1,18}$/, 'wrong-kind'))
});

const Numbers = v.pipe(
	lines(2000, 9),
	v.check((all) => all.every((one) => /^\d+$/.test(one)), 'not-an-option'),
	v.transform((all) => all.map(Number)),
	v.check((all) => all.length > 0, 'missing')
);
/** Which notes, and into which box; '': into the one that their lane feeds. */
export const Feeding = v.object({
	...ByBoard.entries,
	notes: Numbers,
	box: v.optional(v.union([v.literal(''), v.picklist(boxes, 'not-an-option')]), '')
});

/** Another board and a note of it, as "2/14". */
const End = v.pipe(
	v.string(),
	v.regex(/^(\d{1,9}\/\d{1,9})?$/, 'not-an-option'),
	v.transform((typed) => {
		const [board, note] = typed.split('/').map(Number);
		return typed ? { board: board!, note: note! } : null;
	})
);
const Address = v.pipe(
	text(2000),
	v.check((address) => address === '' || /^(https?:\/\/[^\s/]|\/(?![/\\]))\S*$/.test(address), 'not-a-link'),
	v.check((address) => !address.startsWith('http') || URL.canParse(address), 'not-a-link')
);
export const Pointing = v.object({
	...ByNote.entries,
	target: v.optional(End, ''),
	address: Address,
	says: text(200)
});
export const Unpointing = v.object({
	...ByNote.entries,
	pointer: v.pipe(v.string('missing'), v.uuid('wrong-kind'))
});
