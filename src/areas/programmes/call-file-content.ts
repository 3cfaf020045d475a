import * as v from 'valibot';
import { changeGoals, kindsOfCampaign, type ChangeGoal, type KindOfCampaign } from './campaign.ts';
import type { CallFile } from './call-file.schema.ts';
import { SomeContent, type CallContent } from './call.schema.ts';
import { shown, UnusableFile } from './unusable-file.ts';

/** Parts of a call's content, and parts of those parts: only what a file says. */
export type SaidContent = {
	[K in keyof CallContent]?: CallContent[K] extends unknown[] | string | number | boolean | null
		? CallContent[K]
		: Partial<CallContent[K]>;
};

/** The file's words in the shape of a call's content. */
export function contentOf(file: CallFile): { content: SaidContent; remarks: string[] } {
	const { goals, otherGoals } = goalsOf(file.changeGoals ?? []);
	const kinds = (file.kinds ?? []).filter(({ kind }) => isKind(kind));
	const said = saidOnly({
		name: file.programme,
		host: file.host,
		form: file.kind,
		language: file.language,
		summary: file.summary,
		purpose: file.purpose,
		changeGoals: file.changeGoals && goals,
		otherGoals: file.changeGoals && otherGoals,
		kinds: file.kinds && kinds,
		eligibility: file.eligibility,
		offer: {
			sessions: file.sessions?.map(sessionOf),
			support: file.support,
			outcomes: file.outcomes,
			adaptations: file.adaptations
		},
		stipend: file.stipend,
		expenses: file.expenses,
		cost: file.cost,
		time: file.timeCommitment,
		places: file.places,
		topics: file.topics,
		selection: {
			rule: file.selectionRule,
			criteria: file.criteria,
			rules: file.rules,
			ties: file.ties,
			whoDecides: file.whoDecides
		},
		keep: file.keep,
		reporting: file.reporting,
		funders: file.funders,
		contact: typeof file.contact === 'string' ? { name: file.contact } : file.contact
	}) as SaidContent;
	return { content: tidied(said), remarks: remarksOn(file, otherGoals) };
}

/** What both say, with the file's word over ours; what the file does not say stays as it was. */
export function mergeContent(ours: CallContent, said: SaidContent): CallContent {
	const merged = Object.entries(said).map(([key, value]) => {
		const before = ours[key as keyof CallContent];
		if (key === 'selection') return [key, mergeSelection(ours.selection, value as SaidContent['selection'])];
		return [key, isPlain(value) && isPlain(before) ? { ...before, ...value } : value];
	});
	return { ...ours, ...(Object.fromEntries(merged) as Partial<CallContent>) };
}

/** A file knows names, meanings and weights of criteria: what staff said of the scores of one stays with its name. */
function mergeSelection(ours: CallContent['selection'], said: SaidContent['selection']) {
	const criteria = said?.criteria?.map((criterion) => {
		const before = ours.criteria.find(({ name }) => name === criterion.name);
		return before ? { ...criterion, use: before.use, anchors: before.anchors } : criterion;
	});
	return { ...ours, ...said, ...(criteria ? { criteria } : {}) };
}

/** Cleaned by the one schema of content, and still only what was said. */
function tidied(said: SaidContent): SaidContent {
	const read = v.safeParse(SomeContent, said);
	if (!read.success) throw unusable(read.issues[0]);
	const whole = read.output as Record<string, unknown>;
	return Object.fromEntries(
		Object.entries(said).map(([key, value]) => {
			const clean = whole[key];
			if (!isPlain(value) || !isPlain(clean)) return [key, clean];
			return [key, Object.fromEntries(Object.keys(value).map((part) => [part, clean[part]]))];
		})
	) as SaidContent;
}

function goalsOf(written: string[]): { goals: ChangeGoal[]; otherGoals: string[] } {
	const known = written.map((goal) => ({ goal, code: changeGoals.find((code) => code === goalCode(goal)) }));
	return {
		goals: known.flatMap(({ code }) => code ?? []),
		otherGoals: known.filter(({ code }) => !code).map(({ goal }) => goal)
	};
}

/** "stop or modify a use" → "stop-or-modify". */
function goalCode(written: string): string {
	return written
		.trim()
		.toLowerCase()
		.replace(/ a use$/, '')
		.replaceAll(' ', '-');
}

function sessionOf(session: NonNullable<CallFile['sessions']>[number]) {
	const mode = session.mode?.trim().toLowerCase().replaceAll(' ', '-');
	const known = mode === 'face-to-face' || mode === 'online' || mode === 'hybrid';
	const about = [known ? '' : session.mode, session.about].filter(Boolean).join(': ');
	return saidOnly({ ...session, n: undefined, mode: known ? mode : undefined, about });
}

function remarksOn({ kinds }: CallFile, otherGoals: string[]): string[] {
	const unknown = (kinds ?? []).map(({ kind }) => kind).filter((kind) => !isKind(kind));
	return [
		...(otherGoals.length
			? [
					`Kept in the host's own words, because they are none of the four change goals: ${otherGoals.join(', ')}.`
				]
			: []),
		...(unknown.length
			? [
					`Not read, because they are no kinds of campaign (${kindsOfCampaign.join(', ')}): ${unknown.join(', ')}.`
				]
			: [])
	];
}

function isKind(word: string): word is KindOfCampaign {
	return kindsOfCampaign.some((kind) => kind === word);
}

/** Without what was left out or unknown, at any depth; an object in which nothing was said is nothing. */
function saidOnly(value: Record<string, unknown>): Record<string, unknown> {
	const entries = Object.entries(value).map(
		([key, one]) => [key, isPlain(one) ? saidOnly(one) : one] as const
	);
	return Object.fromEntries(
		entries.filter(
			([, one]) => one !== undefined && one !== null && !(isPlain(one) && !Object.keys(one).length)
		)
	);
}

function isPlain(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Where a part of the content stands in a file, when it has another name there. */
const inFile: Record<string, string> = {
	name: 'programme',
	form: 'kind',
	time: 'timeCommitment',
	otherGoals: 'changeGoals',
	'offer.sessions': 'sessions',
	'offer.support': 'support',
	'offer.outcomes': 'outcomes',
	'offer.adaptations': 'adaptations',
	'selection.rule': 'selectionRule',
	'selection.criteria': 'criteria',
	'selection.rules': 'rules',
	'selection.ties': 'ties',
	'selection.whoDecides': 'whoDecides'
};

const expected: Record<string, string> = {
	missing: 'a text',
	'too-long': 'a shorter text',
	'too-many-lines': 'a shorter list',
	'line-too-long': 'shorter texts in the list',
	'out-of-range': 'a number that a call can have',
	'not-an-email': 'an email address like "programme@example.org"'
};

function unusable(issue: v.BaseIssue<unknown>): UnusableFile {
	const path = v.getDotPath(issue) ?? '';
	const name = Object.keys(inFile).find((one) => path === one || path.startsWith(`${one}.`));
	const place = name ? inFile[name] + path.slice(name.length) : path;
	const keys = place.split('.').map((key) => (/^\d+$/.test(key) ? Number(key) : key));
	return new UnusableFile(
		`${place} is ${shown(issue.path?.at(-1)?.value)}; expected ${expected[issue.message] ?? 'what a call can have'}`,
		keys
	);
}
