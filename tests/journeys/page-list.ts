import { existsSync, readFileSync } from 'node:fs';
import coverage from '../../src/areas/site/accessibility-coverage.json' with { type: 'json' };

/* docs/pages.md: every page, what was found on it, and what it brings over the line. */

export const file = 'docs/pages.md';
/** The most kilobytes (1,000 bytes, packed) that a page may bring at a first visit; lists and editors of the desk, and the board of a panel, may be longer. */
const most = { html: 26, css: 15, js: 10, fonts: 105, pictures: 60 } as const;
const mostAtTheDesk = { ...most, html: 65 } as const;
type Part = keyof typeof most;
export type Bytes = Record<Part, number>;
export type Row = {
	page: string;
	as: string;
	/** What axe found, in the light or in the dark; '' for nothing. */
	axe: string;
	languages: string;
	/** How wide it is, on a screen of 320 px. */
	widest: number;
	/** What cannot be done where no script runs; '' for nothing. */
	stuck: string;
	kilobytes: Bytes;
};

const parts = Object.keys(most) as Part[];

/** Everything about a page that must not be. */
export function wrongWith({ page, axe, widest, stuck, kilobytes }: Row): string[] {
	const isLong = page.startsWith('/desk') || page === '/panel/[slug]/board';
	const limits = isLong ? mostAtTheDesk : most;
	return [
		...(axe ? [`${page}: axe found ${axe}`] : []),
		...(widest > 320 ? [`${page} is ${widest} px wide on a screen of 320`] : []),
		...(stuck ? [`${page}: without script ${stuck}`] : []),
		...parts
			.filter((part) => kilobytes[part] > limits[part])
			.map((part) => `${page}: ${kilobytes[part]} kB of ${part}, of ${limits[part]} at most`)
	];
}

/** Pages that no address opens in a Placard that is lived in: who walks there instead, and was seen to. */
export const unopened: Record<string, string> = {
	'/sign-in/invitation/[token]': 'an invitation is used once; the journey of accounts walks there',
	'/sign-in/second-factor': 'only between the two steps; the journey of accounts walks there'
};

/** Nobody opens these yet: the world that is lived in has nobody for them. */
export const unseen: Record<string, string> = {
	'/desk/programmes/[slug]/duplicates/[reference]':
		'three applications that look alike, which the world lacks'
};

export function wasWalked(page: string): boolean {
	const walked = (coverage.pages as Record<string, string[]>)[page] ?? [];
	return walked.includes('light') && walked.includes('dark');
}

/** What answers at an address and is no page. The first line that fits says why. */
const others: [RegExp, string][] = [
	[/\/leave$/, 'a form is sent there; whoever looks is led back'],
	[/\/live$/, 'what is new in a room or on a board, as it comes'],
	[/\.(csv|xlsx|pdf|md|zip)$|\/draws\/check$/, 'a file to take along'],
	[/\.(atom|ics)$|feed\.json$/, 'for feed readers and calendars'],
	[/\.svg$/, 'the picture of a board'],
	[/\.(json|xml|txt)$/, 'for programs'],
	[/\.css$/, 'the colours of the host'],
	[/^\/api\//, 'for programs'],
	[/\/upload\//, 'pieces of a recording'],
	[/^\/(files|logo)\/|\/file\//, 'a file that somebody gave'],
	[/\/here\//, 'a script asks there who else is on a page'],
	[/\/html$/, 'a letter as mail programs show it'],
	[/\/passkey$/, 'a script asks there for what a passkey signs']
];

/** Undefined: nobody has said why it is no page. */
export function whyNoPage(route: string): string | undefined {
	return others.find(([routes]) => routes.test(route))?.[1];
}

export function written(rows: readonly Row[], noPages: readonly string[]): string {
	const limits = parts.map((part) => `${most[part]} kB of ${part.length < 5 ? part.toUpperCase() : part}`);
	const names = ['page', 'looked at as', 'axe', 'languages', 'widest', 'without script', ...parts];
	return [
		'# Every page',
		'',
		'Written by `npm run pages`, which opens every page of a Placard that is lived in on a screen of 320 px. What axe finds, in the light and in the dark;',
		'how wide it is in either language; what cannot be done without script, in the second language; and kilobytes (of 1,000 bytes, packed) at a first visit. `npm test` fails',
		'when a page is missing here, when anything is found wrong on it, or when a limit is passed. The limits:',
		`${limits.join(', ')}; at the desk, and on the board of a panel, ${mostAtTheDesk.html} kB of HTML.`,
		'',
		`| ${names.join(' | ')} |`,
		`| ${names.map(() => '---').join(' | ')} |`,
		...rows.toSorted((a, b) => (a.page < b.page ? -1 : 1)).map(line),
		'',
		'## Pages that it cannot open',
		'',
		...Object.entries(unopened).map(([page, why]) => `- \`${page}\`: ${why}`),
		'',
		'## Not looked at yet',
		'',
		...Object.entries(unseen).map(([page, why]) => `- \`${page}\`: ${why}`),
		'',
		'## Not a page',
		'',
		...noPages.map((route) => `- \`${route}\`: ${whyNoPage(route) ?? ''}`),
		''
	].join('\n');
}

function line({ page, as, axe, languages, widest, stuck, kilobytes }: Row): string {
	const weights = parts.map((part) => kilobytes[part].toFixed(1));
	const found = [axe || 'nothing', languages, String(widest), stuck || 'yes'];
	return `| ${[`\`${page}\``, as, ...found, ...weights].join(' | ')} |`;
}

/** What the list says now. */
export function listed(): { rows: Row[]; noPages: string[] } {
	const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [];
	const noPages = lines.slice(lines.indexOf('## Not a page')).filter((one) => one.startsWith('- `'));
	return {
		rows: lines.filter((one) => one.startsWith('| `/')).map(rowOf),
		noPages: noPages.map((one) => one.split('`')[1]!)
	};
}

function rowOf(one: string): Row {
	const [, page, as, axe, languages, widest, stuck, ...weights] = one.split('|').map((cell) => cell.trim());
	return {
		page: page!.replaceAll('`', ''),
		as: as!,
		axe: axe === 'nothing' ? '' : axe!,
		languages: languages!,
		widest: Number(widest),
		stuck: stuck === 'yes' ? '' : stuck!,
		kilobytes: Object.fromEntries(parts.map((part, at) => [part, Number(weights[at])])) as Bytes
	};
}
