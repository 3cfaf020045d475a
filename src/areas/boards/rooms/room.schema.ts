import * as v from 'valibot';
import { number, text, neededText } from '#shared/fields';
import { ByBoard, Moving, Optional, Place, Whole } from '../board.schema.ts';
import { most } from '../shape.ts';
import { readRoomCode } from './code.ts';

const Id = v.pipe(v.string('missing'), v.uuid('wrong-kind'));

/** A code as it was typed. */
export const ByCode = v.object({
	code: v.pipe(
		neededText(40),
		v.transform(readRoomCode),
		v.custom<string>((code) => code !== undefined, 'not-a-room-code')
	)
});
export const Joining = v.object({ ...ByCode.entries, called: text(60) });
export const ByRoom = v.object({ room: Id });
export const ByRoomNote = v.object({ room: Id, note: Whole });
export const Recognising = v.object({ room: Id, token: v.string() });

export const Opening = v.object({
	...ByBoard.entries,
	dots: v.pipe(
		number({ least: 1, most: 20 }),
		v.transform((dots) => dots ?? 3)
	)
});
/** `from`: the step that whoever pressed was looking at. Pressed twice, or by two, it goes on once. */
export const Going = v.object({ ...ByBoard.entries, from: Whole, to: Whole });
export const Extending = v.object({
	...ByBoard.entries,
	minutes: v.pipe(Whole, v.maxValue(60, 'out-of-range'))
});

export const Locking = v.object({
	...ByBoard.entries,
	isLocked: v.pipe(
		v.picklist(['yes', 'no'], 'not-an-option'),
		v.transform((locked) => locked === 'yes')
	)
});

export const AddingIn = v.object({
	room: Id,
	/** Made by the phone, so that sent twice it is kept once. */
	id: v.optional(Id),
	text: neededText(most.text),
	lane: v.optional(v.string(), ''),
	kind: v.optional(v.string(), '')
});
export const RewordingIn = v.object({ ...ByRoomNote.entries, edition: Whole, text: neededText(most.text) });
export const StrikingIn = v.object({ ...ByRoomNote.entries, edition: Whole });
export const MovingIn = v.object({
	...ByRoomNote.entries,
	edition: Moving.entries.edition,
	lane: Moving.entries.lane,
	direction: Moving.entries.direction,
	by: Moving.entries.by
});
export const GroupingIn = v.object({ ...ByRoomNote.entries, edition: Whole, under: Optional(Whole) });
export const PlacingIn = v.object({ room: Id, text: text(most.text), x: Place, y: Optional(Place) });
export const Dotting = v.object({
	...ByRoomNote.entries,
	dots: v.picklist(['more', 'less'], 'not-an-option')
});

/** Where somebody who watches stands: the board's change and the room's edition. Anything else begins at the beginning. */
export const Cursor = v.fallback(
	v.pipe(
		v.string(),
		v.regex(/^\d{1,18}\.\d{1,9}$/),
		v.transform((cursor) => {
			const [change = '0', edition = '0'] = cursor.split('.');
			return { change, edition: Number(edition) };
		})
	),
	{ change: '0', edition: 0 }
);
export const Looking = v.object({ board: Id, since: Cursor });
