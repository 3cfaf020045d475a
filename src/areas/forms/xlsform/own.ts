import { documents, endingOf, fileKinds, pictures, sheets, type FileKind } from '#shared/file-kinds';
import type { QuestionKind } from '../question.ts';
import { limitsIn, type Limits } from './limits.ts';
import type { Reason } from './report.ts';
import type { Line } from './table.ts';
import type { Type } from './types.ts';
import { parse } from './xpath.ts';

/** What a kind has of its own, apart from its options, as the columns of XLSForm tell it. */
export type Own = { own: Record<string, unknown>; why: Reason[] };

export function ownIn(kind: QuestionKind, type: Type, line: Line): Own {
	const cell = (name: string) => line.cells.get(name) ?? '';
	const rows = cell('body::rows');
	const parameters = parametersIn(rows ? `${cell('parameters')} rows=${rows}` : cell('parameters'));
	const { used, own } = ofKind(kind, type, cell('appearance'), parameters, cell('body::accept'));
	const { limits, why } = checks(kind, type, cell('constraint'));
	return {
		own: { ...own, ...fitting(kind, limits) },
		why: [...why, ...unusedIn(cell('appearance'), parameters, used, type)]
	};
}

/** Texts with a pattern that no other answer has are of a kind of their own. */
export function kindByPattern(type: Type, line: Line): 'email' | 'link' | undefined {
	const found = type === 'text' ? parse(line.cells.get('constraint') ?? '') : undefined;
	const pattern = found?.is === 'call' && found.name === 'regex' ? found.with[1] : undefined;
	if (pattern?.is !== 'text') return undefined;
	if (pattern.text.includes('@')) return 'email';
	return /https?/.test(pattern.text) ? 'link' : undefined;
}

type Used = { appearances: RegExp; parameters: string[] };
type Parameters = ReadonlyMap<string, string>;
const none: Used = { appearances: /^(field-list)$/, parameters: [] };

function ofKind(
	kind: QuestionKind,
	type: Type,
	appearance: string,
	parameters: Parameters,
	accept: string
): { used: Used; own: Record<string, unknown> } {
	if (kind === 'long-text') {
		const rows = Number(parameters.get('rows'));
		const own = Number.isInteger(rows) && rows >= 1 && rows <= 60 ? { rows } : {};
		return { used: { appearances: /^multiline$/, parameters: Object.keys(own) }, own };
	}
	if (kind === 'choice') {
		const appearances = /^(minimal|autocomplete|quick|search)$/;
		const own = /\b(minimal|autocomplete)\b/.test(appearance) ? { list: true } : {};
		return { used: { appearances, parameters: [] }, own };
	}
	if (kind === 'number')
		return {
			used: { appearances: /^(numbers|bearing)$/, parameters: ['start', 'end'] },
			own: numberOf(type, parameters)
		};
	if (kind === 'file')
		return {
			used: none,
			own: { accept: type === 'image' ? [...pictures] : acceptIn(accept), mostMegabytes: 10 }
		};
	if (kind === 'recording') {
		const media = type === 'file' ? ['audio', 'video'] : [type];
		return { used: none, own: { media, mostMegabytes: 100 } };
	}
	return {
		used: {
			appearances: kind === 'telephone' ? /^numbers$/ : kind === 'address' ? /^multiline$/ : /^$/,
			parameters: []
		},
		own: {}
	};
}

function numberOf(type: Type, parameters: Parameters): Record<string, unknown> {
	const decimal =
		type === 'decimal' || (type === 'range' && [...parameters.values()].some((value) => value.includes('.')));
	const [least, most] = [parameters.get('start') ?? '1', parameters.get('end') ?? '10'].map(Number) as [
		number,
		number
	];
	const isRange = type === 'range' && Number.isFinite(least) && Number.isFinite(most);
	return {
		...(decimal ? { decimal } : {}),
		...(isRange ? { least: Math.min(least, most), most: Math.max(least, most) } : {})
	};
}

/** ".pdf,.docx" or "image/*": the kinds of file that Placard takes of these; without a word, documents, sheets and pictures. */
function acceptIn(accept: string): FileKind[] {
	const asked = accept
		.toLowerCase()
		.split(/[\s,]+/)
		.filter(Boolean);
	const all = Object.keys(fileKinds) as FileKind[];
	const found = all.filter((kind) => {
		const { mime, extensions } = fileKinds[kind];
		return asked.some(
			(one) =>
				one === mime ||
				one === `${mime.split('/')[0]}/*` ||
				(extensions as readonly string[]).includes(endingOf(one))
		);
	});
	return found.length ? found : [...documents, ...sheets, ...pictures];
}

export function acceptFor(kinds: readonly FileKind[]): string {
	return kinds.flatMap((kind) => fileKinds[kind].extensions.map((ending) => `.${ending}`)).join(',');
}

function checks(kind: QuestionKind, type: Type, constraint: string): { limits: Limits; why: Reason[] } {
	if (constraint === '' || kind === 'email' || kind === 'link') return { limits: {}, why: [] };
	const decimal = type === 'decimal' || type === 'range';
	const known =
		kind === 'number'
			? decimal
				? 'decimal'
				: 'number'
			: kind === 'date' || kind === 'several'
				? kind
				: kind.endsWith('text')
					? 'text'
					: 'other';
	return limitsIn(constraint, known);
}

function fitting(kind: QuestionKind, { least, most, maxWords, atMost }: Limits): Record<string, unknown> {
	const range = { ...(least === undefined ? {} : { least }), ...(most === undefined ? {} : { most }) };
	if (kind === 'number' || kind === 'date') return range;
	if (kind === 'several') return atMost === undefined ? {} : { atMost };
	return maxWords === undefined ? {} : { maxWords };
}

export function parametersIn(text: string): Parameters {
	const pairs = [...text.matchAll(/([\w-]+) *= *("[^"]*"|'[^']*'|[^\s,;]+)/g)];
	return new Map(pairs.map(([, name, value]) => [name!.toLowerCase(), value!.replace(/^["']|["']$/g, '')]));
}

/** How it should look, and what else it should do, that ours does not. */
function unusedIn(appearance: string, parameters: Parameters, used: Used, type: Type): Reason[] {
	const looks = appearance.split(/\s+/).filter((one) => one && !used.appearances.test(one));
	const others = [...parameters.keys()].filter(
		(one) => !used.parameters.includes(one) || (one !== 'rows' && type !== 'range')
	);
	return [
		...(looks.length ? [{ code: 'look', words: looks.join(' ').slice(0, 200) }] : []),
		...(others.length ? [{ code: 'parameters', words: others.join(', ').slice(0, 200) }] : [])
	];
}
