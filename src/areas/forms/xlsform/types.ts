import type { Kind, QuestionKind } from '../question.ts';

/** The kinds of ours that a type of XLSForm can be; the first by itself, the others when `placard::kind` says so. */
export const kindsOfType = {
	text: ['short-text', 'long-text', 'email', 'telephone', 'link', 'address'],
	integer: ['number'],
	decimal: ['number'],
	range: ['number'],
	date: ['date'],
	select_one: ['choice', 'yes-no'],
	select_multiple: ['several'],
	rank: ['ranking'],
	acknowledge: ['statement'],
	image: ['file'],
	file: ['file', 'recording'],
	audio: ['recording', 'file'],
	video: ['recording', 'file']
} as const satisfies Record<string, readonly QuestionKind[]>;
export type Type = keyof typeof kindsOfType;

/** What a type is called besides, in older files. */
const aliases: Record<string, Type> = {
	string: 'text', int: 'integer', photo: 'image', trigger: 'acknowledge',
	'add text prompt': 'text', 'add integer prompt': 'integer', 'add decimal prompt': 'decimal', 'add date prompt': 'date',
	'add image prompt': 'image', 'add photo prompt': 'image', 'add audio prompt': 'audio', 'add video prompt': 'video',
	'add file prompt': 'file', 'add acknowledge prompt': 'acknowledge'
}; // prettier-ignore

export type TypeRead =
	| { is: 'question'; type: Type; list: string; orOther: boolean }
	| { is: 'note' }
	| { is: 'begin' | 'end'; what: 'group' | 'repeat' }
	| { is: 'unread'; why: string };

/** The first column of a row: "select_multiple goals or_other", "begin group". */
export function typeIn(written: string): TypeRead {
	const text = written.trim().replace(/\s+/g, ' ');
	const word = text.toLowerCase();
	const [, edge, what] = /^(begin|end)[ _](group|lgroup|looped group|repeat|loop)\b/.exec(word) ?? [];
	if (edge) return { is: edge as 'begin' | 'end', what: what === 'group' ? 'group' : 'repeat' };
	if (word === 'note' || word === 'add note prompt') return { is: 'note' };
	const [, select, list, other] = selecting.exec(text) ?? [];
	if (select) return selectIn(select.toLowerCase(), list!, other !== undefined);
	const type = Object.hasOwn(kindsOfType, word)
		? (word as Type)
		: Object.hasOwn(aliases, word)
			? aliases[word]
			: undefined;
	if (!type || isChoice(type)) return { is: 'unread', why: unreadBecause(word) };
	return { is: 'question', type, list: '', orOther: false };
}

export function isChoice(type: Type): boolean {
	return type === 'select_one' || type === 'select_multiple' || type === 'rank';
}

const selecting = /^(?:add )?(select_one|select_multiple|select1|select one|select multiple|select all that apply|rank)(?: from| using| prompt using)? (\S+)(?: (or_other|or other|or specify other))?$/i; // prettier-ignore

function selectIn(word: string, list: string, orOther: boolean): TypeRead {
	if (list.startsWith('${')) return { is: 'unread', why: 'type-from-answers' };
	const type = word === 'rank' ? 'rank' : /one$|1$/.test(word) ? 'select_one' : 'select_multiple';
	return { is: 'question', type, list, orOther };
}

const device = /^(start|end|today|deviceid|imei|subscriberid|simserial|phonenumber|username|email|audit|start-geopoint|background-\w+|get .*|(device|sim|subscriber) id|phone number|(start|end) time|uri:.*)$/; // prettier-ignore

/** What a type asks for that no question of ours asks: a code of `xlsform_why_*`. */
function unreadBecause(word: string): string {
	if (word === '') return 'type-missing';
	if (/^(calculate|hidden|add calculate prompt)\b/.test(word)) return 'type-calculate';
	if (device.test(word)) return 'type-device';
	if (/^(geopoint|geotrace|geoshape|gps|location|q (geo\w+|location)|add location prompt|osm)\b/.test(word))
		return 'type-place';
	if (
		/^(select_(one|multiple)_(external|from_file)|(xml|csv)-external|select (one|multiple) (external|from file))\b/.test(
			word
		)
	)
		return 'type-outside-list';
	if (/^(time|datetime|date time|add date ?time prompt|q date ?time)$/.test(word)) return 'type-time';
	if (word === 'barcode' || word === 'add barcode prompt') return 'type-barcode';
	if (/^(cascading[ _]select|include|entity)\b/.test(word)) return 'type-not-ours';
	return /^(select|rank)/.test(word) ? 'type-without-list' : 'type-not-ours';
}

export type Written = { type: string; appearance?: string; parameters?: string; accept?: string };

/** How a kind of ours is written; `list` is the name of its choices. */
export function typeFor(kind: Kind, list: string): Written {
	switch (kind.kind) {
		case 'short-text':
		case 'email':
		case 'link':
			return { type: 'text' };
		case 'telephone':
			return { type: 'text', appearance: 'numbers' };
		case 'address':
			return { type: 'text', appearance: 'multiline' };
		case 'long-text':
			return {
				type: 'text',
				appearance: 'multiline',
				...(kind.rows ? { parameters: `rows=${kind.rows}` } : {})
			};
		case 'choice':
			return { type: `select_one ${list}`, ...(kind.list ? { appearance: 'minimal' } : {}) };
		case 'yes-no':
			return { type: `select_one ${list}` };
		case 'several':
			return { type: `select_multiple ${list}` };
		case 'ranking':
			return { type: `rank ${list}` };
		case 'number':
			return { type: kind.decimal ? 'decimal' : 'integer' };
		case 'date':
			return { type: 'date' };
		case 'statement':
			return { type: 'acknowledge' };
		case 'file':
			return { type: 'file' };
		case 'recording':
			return { type: kind.media.length > 1 ? 'file' : kind.media[0] === 'audio' ? 'audio' : 'video' };
	}
}
