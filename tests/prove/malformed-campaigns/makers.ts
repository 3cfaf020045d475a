import type { Chance } from '../chance.ts';
import { flipped, moved } from '../malformed-forms/makers.ts';
import { zip, type Entry } from '../malformed-files/zip.ts';
import { changed, odd, oddities, present } from './changes.ts';
import { photoMakers } from './photos.ts';
import { boardName, filesOf, put, summed, textIn, told, uuid, type Files, type Told } from './samples.ts';
import { folder, zipped, type Maker, type Trial } from './trial.ts';

const entriesOf = (files: Files): Entry[] => [...files].map(([name, content]) => ({ name, content }));
const whole = (chance: Chance) => filesOf(told(chance));
const bytesOf = (chance: Chance) => zip(entriesOf(whole(chance)));

/** One file of a campaign says something else, and its hash is that of what it says now. */
function saying(chance: Chance, name: string, text: string, then: Trial['then'] = 'refused'): Trial {
	const files = summed(put(whole(chance), name, text));
	return chance.below(4) ? zipped(files, then) : folder(files, then);
}

function with_(chance: Chance, change: (told: Told) => void, then: Trial['then']): Trial {
	const mine = told(chance);
	change(mine);
	return zipped(filesOf(mine), then);
}

const aName = (chance: Chance) => chance.one(['campaign.json', boardName(1), boardName(2)]);

export const makers: Record<string, Maker> = {
	...photoMakers,
	'a zip file with bytes changed': (chance) => ({ from: flipped(chance, bytesOf(chance)), then: 'any' }),
	'a zip file cut short': (chance) => {
		const bytes = bytesOf(chance);
		return { from: bytes.subarray(0, chance.below(bytes.length)), then: 'refused' };
	},
	'a zip file with a piece moved': (chance) => ({ from: moved(chance, bytesOf(chance)), then: 'any' }),
	'a zip file that lies': lying,
	'a zip bomb': bomb,
	'entries that lead elsewhere': (chance) => {
		const names = ['../../campaign.json', '/etc/passwd', '..\\..\\evil', 'boards/../SHA256SUMS', 'boards/01/board.json', 'boards/1/../2/board.json', 'boards/1e3/board.json', 'campaign.json\u0000.txt', 'CAMPAIGN.JSON', 'a/'.repeat(2000), '', '\u202Enosj.ngiapmac', 'boards/1/board.json/x', './campaign.json'];
		const more = Array.from({ length: 1 + chance.below(5) }, () => ({ name: chance.one(names), content: 'elsewhere' }));
		return { from: zip([...entriesOf(whole(chance)), ...more]), then: 'taken' };
	},
	'an entry twice': (chance) => {
		const files = whole(chance);
		const name = chance.one([...files.keys()]);
		const other = { name, content: chance.below(2) ? files.get(name)! : '{}' };
		return { from: zip(chance.below(2) ? [...entriesOf(files), other] : [other, ...entriesOf(files)]), then: 'refused' };
	},
	'wrong hashes': (chance) => {
		const files = whole(chance);
		const sums = textIn(files, 'SHA256SUMS');
		const lines = sums.trim().split('\n');
		const other = chance.one([
			'', '\n', sums.toUpperCase(), sums.replaceAll('\n', '\r\n'), lines.slice(1).join('\n'), lines.toReversed().join('\n'), sums + lines[0], sums.replace(/[0-9a-f]/, 'g'),
			sums.replaceAll('  ', ' *'), `${sums}\u0000`, sums.replace(/^[0-9a-f]{64}/, '0'.repeat(64)), 'x'.repeat(1_000_000)
		]);
		return zipped(put(files, 'SHA256SUMS', other), 'refused');
	},
	'a file changed without its hash': (chance) => {
		const files = whole(chance);
		const name = aName(chance);
		const text = textIn(files, name);
		return zipped(put(files, name, chance.one([`${text} `, text.trim(), text.replace('Renters', 'Tenants').replace('council', 'city'), text.replace('"', "'")])), 'refused');
	},
	'parts swapped': (chance) => {
		const files = whole(chance);
		const [one, other] = chance.one([[boardName(1), boardName(2)], ['campaign.json', boardName(1)], [boardName(2), 'campaign.json']] as const);
		return zipped(summed(put(put(files, one, textIn(files, other)), other, textIn(files, one))), 'refused');
	},
	'a part of somebody else’s': (chance) => {
		const other = whole(chance);
		const name = aName(chance);
		return zipped(put(whole(chance), name, textIn(other, name)), 'refused');
	},
	'a part missing': (chance) => {
		const files = whole(chance);
		files.delete(chance.one([...files.keys()]));
		return chance.below(2) ? zipped(files, 'refused') : folder(files, 'refused');
	},
	'another value somewhere': (chance) => {
		const mine = told(chance);
		for (let n = 1 + chance.below(3); n > 0; n--) changed(chance, chance.one([mine.head, ...mine.boards]), odd);
		return zipped(filesOf(mine), 'any');
	},
	'something that is there put elsewhere': (chance) => {
		const mine = told(chance);
		for (let n = 1 + chance.below(3); n > 0; n--) changed(chance, chance.one([mine.head, ...mine.boards]), () => present(chance, mine));
		return zipped(filesOf(mine), 'any');
	},
	'facts that do not fit together': (chance) => {
		const mine = told(chance);
		for (let n = 1 + chance.below(2); n > 0; n--) chance.one(oddities)(mine, chance);
		return zipped(filesOf(mine), 'any');
	},
	'huge counts': (chance) =>
		with_(chance, ({ head, boards: [first] }) => {
			const { board } = first!;
			const many = <T>(count: number, make: (at: number) => T) => Array.from({ length: count }, (_, at) => make(at));
			chance.one([
				() => (head.boards = many(600, (at) => at + 1)),
				() => (head.boards = [1, 2, 1_000_001]),
				() => (head.people = many(5001, (at) => ({ key: `p${at + 1}`, name: 'x' }))),
				() => (board.notes = many(20_001, (at) => ({ ...board.notes[0]!, id: uuid(chance), number: at + 1 }))),
				() => (board.moments = many(20_001, () => board.moments[0]!)),
				() => (board.states = many(30_000, () => board.states[0]!)),
				() => (board.lastChange = 2 ** 53),
				() => (board.lastNote = 1e21),
				() => (board.notes[0]!.number = Number.MAX_VALUE),
				() => (board.notes[0]!.text = 'x'.repeat(5_000_000)),
				() => (head.campaign.name = '🏴'.repeat(201))
			])();
		}, 'refused'),
	'JSON of another shape': (chance) =>
		saying(chance, aName(chance), chance.one(['', ' ', 'null', '[]', '{}', '1', '"campaign"', '{"__proto__":{"format":"placard-campaign"}}', '{"format":"placard-campaign"}', '{"boards":1e999}', "{'a':1}", '{"a":1,}', 'NaN', '\u0000', '<xml/>'])),
	'JSON that is deep': (chance) => {
		const depth = 1000 * (1 + chance.below(200));
		const [open, close] = chance.one([['[', ']'], ['{"a":', '}']] as const);
		const inside = open.repeat(depth) + (chance.below(2) ? `1${close.repeat(depth)}` : '');
		return saying(chance, aName(chance), chance.one([inside, `{"format":${inside}}`, `{"format":"placard-campaign","version":1,"boards":[1],"people":[],"campaign":${inside}}`]));
	},
	'JSON of very many values': (chance) => {
		const count = 1_000_000 * (1 + chance.below(20));
		const all = `${chance.one(['[]', '{}', '0', '""', '{"a":[]}', 'null']).concat(',').repeat(count)}0`;
		const text = chance.one([`[${all}]`, `{"format":"placard-campaign","version":1,"boards":[${all}]}`, `{"people":[${all}]}`]);
		const files = put(whole(chance), aName(chance), text);
		// As it is: packed, it would be refused as a bomb before it is read.
		return chance.below(2) ? folder(files, 'refused') : { from: zip(entriesOf(files).map((one) => ({ ...one, stored: true }))), then: 'refused' };
	},
	'other encodings': (chance) => {
		const files = whole(chance);
		const name = chance.one([aName(chance), 'SHA256SUMS']);
		const text = textIn(files, name);
		const content = chance.one([
			Buffer.from(text, 'utf16le'), Buffer.from(`\uFEFF${text}`, 'utf16le'), Buffer.from(text, 'utf16le').swap16(), Buffer.from(`\uFEFF${text}`), Buffer.from(text.replace(/[RWT01a]/, 'é'), 'latin1'),
			Buffer.concat([Buffer.from(text), Buffer.from([0xc0, 0x80])]), Buffer.concat([Buffer.from([0xed, 0xa0, 0x80]), Buffer.from(text)]), Buffer.from(Buffer.from(text).toString('base64'))
		]);
		return { from: zip(entriesOf(files).map((one) => (one.name === name ? { name, content } : one))), then: 'refused' };
	},
	'half a letter, and signs that nobody sees': (chance) => {
		const files = whole(chance);
		const name = aName(chance);
		const sign = chance.one(['\\ud800', '\\udfff', '\\u0000', '\\u0007', '\\u001b[2J', '\\u0085']);
		return saying(chance, name, textIn(files, name).replace(/"(Renters\.|The council|Who decides)"/, `"a${sign}b"`));
	},
	'a campaign that is still one': (chance) => stillWhole(chance),
	'a folder with more in it': (chance) =>
		folder(whole(chance), 'taken', [['notes.txt', Buffer.from('Ours.')], ['boards/1/board.svg', Buffer.from('<svg/>')], ['boards/9/extra', 'folder'], ['boards/readme', Buffer.from('')], ['elsewhere', { link: '/dev/zero' }]]),
	'a folder of what is no file': (chance) => {
		const files = whole(chance);
		const name = chance.one([...files.keys()]);
		files.delete(name);
		return folder(files, 'refused', [[name, chance.one(['pipe', 'folder', { link: '/dev/zero' }, { link: '/etc/passwd' }, { link: name }, { link: 'nowhere' }] as const)]]);
	},
	'no campaign at all': (chance) => ({
		from: chance.one([Buffer.alloc(0), Buffer.from('Dear all,'), Buffer.alloc(100_000, 7), zip([]), zip([{ name: 'letter.txt', content: 'Dear all,' }]), Buffer.from('1f8b0800', 'hex'), new Map(), 'nothing'] as const),
		then: 'refused'
	}),
	'an address that is none': (chance) => ({
		...zipped(whole(chance), 'refused'),
		args: ['--coordinator', chance.one(['nobody', 'a@', '@b.org', 'a b@c.org', '', `${'x'.repeat(300)}@example.org`, 'a@b\n.org', '--out'])]
	}),
	'somebody to coordinate it': (chance) => ({ ...zipped(whole(chance), 'taken'), args: ['--coordinator', `asha-${chance.below(3)}@example.org`] })
}; // prettier-ignore

/** Sizes, places, flags and counts that are not those of what is inside. */
function lying(chance: Chance): Trial {
	const entries = entriesOf(whole(chance));
	const one = chance.one(entries);
	const number = () => chance.one([0, 1, 100, 65_535, 1_000_000, 0x7fffffff, 0xffffffff]);
	one.says = chance.one([
		{ unpacked: number() },
		{ packed: number() },
		{ at: number() },
		{ flags: chance.one([1, 8, 0x2000, 0xffff]) }
	]);
	if (chance.below(2)) one.stored = true;
	const around = chance.one([{}, {}, { before: 'x' }, { after: 'x' }, { count: chance.below(70_000) }]);
	return { from: zip(entries, around), then: 'any' };
}

const bombs = new Map<string, Buffer>();
/** What unpacks to far more than it is, in ways that a limit of each kind would let through; each is made once. */
function bomb(chance: Chance): Trial {
	const megabytes = chance.one([60, 140, 190, 400]);
	const dense = chance.below(2) === 0;
	const parts = chance.one([1, 3]);
	const key = `${megabytes} ${dense} ${parts}`;
	if (!bombs.has(key)) bombs.set(key, zip(heavy(megabytes, dense, parts)));
	return { from: bombs.get(key)!, then: 'refused' };
}

/** Not dense: beside noise, so that on the whole it is packed no better than text of a program. */
function heavy(megabytes: number, dense: boolean, parts: number): Entry[] {
	const names = ['campaign.json', boardName(1), boardName(2)].slice(0, parts);
	const size = Math.floor((megabytes * 1_000_000) / parts);
	const zeros = names.map((name) => ({ name, content: Buffer.alloc(size, '[') }));
	const noise = Buffer.from(Array.from({ length: 2_600_000 }, (_, at) => (at * 7919 * (at % 251)) % 256));
	return dense ? zeros : [...zeros, { name: 'noise', content: noise, stored: true }];
}

/** Other words, days and numbers, at the edges of what can be. */
function stillWhole(chance: Chance): Trial {
	const words = ['كيف نُسمَع؟', 'Tŷ Ddŵr', '🏴󠁧󠁢󠁷󠁬󠁳󠁿 🧑‍🤝‍🧑', 'e\u0301', '<script>', "'; drop table", '=cmd|calc', '\u202Ertl', '{name}', 'a\n\n\tb', ' ', '\\u0000', '${x}', '%s', 'x'.repeat(390)]; // prettier-ignore
	const mine = told(chance);
	const { campaign } = mine.head;
	campaign.name = chance.one(words);
	campaign.community = chance.one(words).repeat(50);
	campaign.begunAt = chance.one(['1970-01-01T00:00:00.001Z', '2000-02-29T23:59:59.999Z', '2026-03-29T01:30:00.000Z', '9999-12-31T23:59:59.999Z']); // prettier-ignore
	for (const { board } of mine.boards) {
		board.lastChange = chance.one([3, 2 ** 31, 2 ** 53 - 1]);
		board.lastNote = chance.one([2, 1_000_000]);
		for (const note of board.notes) {
			note.text = chance.one(words);
			note.place = chance.one([-1_000_000_000, 0, 1_000_000_000]);
			note.x = chance.below(101);
		}
		board.moments[0]!.name = chance.one(words.map((word) => word.slice(0, 190)));
	}
	return chance.below(2) ? zipped(filesOf(mine), 'taken') : folder(filesOf(mine), 'taken');
}

/** Taken in first of all, so that it is here already for what comes after it. */
export function here(chance: Chance): { first: Trial; again: Maker } {
	const mine = told(chance);
	const again: Maker = (other) => {
		const next = structuredClone(mine);
		if (other.below(2)) next.head.campaign.address = `other-${other.below(1000)}`;
		else for (const { board } of next.boards) for (const note of board.notes) note.text += ' once more';
		return other.below(2) ? zipped(filesOf(mine), 'refused') : { from: zip(entriesOf(filesOf(next))), then: 'refused' };
	}; // prettier-ignore
	return { first: zipped(filesOf(mine), 'taken'), again };
}
