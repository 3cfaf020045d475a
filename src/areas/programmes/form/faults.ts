import { questionsOf, type Fault, type Question, type StoredForm } from '#areas/forms';
import { audiences } from '../starter-form.ts';
import { isNeed, monthsKept, mostMonths, type Dated } from './keeping.ts';
import { lists } from './setting.ts';

/** What a form of a call must not say, though any form might: words that mean nothing here, and keeping that outlasts its use. */
export function formFaults(form: StoredForm, call: Dated): Fault[] {
	const questions = questionsOf(form);
	const byKey = new Map(questions.map((question) => [question.key, question]));
	return questions.flatMap((question) =>
		[
			...wordFaults(question),
			...listedFaults(question),
			...tellingFaults(question, byKey),
			...keepingFaults(question, byKey, call)
		].map((fault) => ({ ...fault, question: question.key, at: question.key }))
	);
}

type Own = { code: string } & Record<string, unknown>;

function wordFaults({ seenBy, neededBy = [], ...question }: Question): Own[] {
	const list = 'options' in question ? question.optionsFrom : undefined;
	return [
		...((audiences as readonly string[]).includes(seenBy)
			? []
			: [{ code: 'unknown-audience', word: seenBy }]),
		...neededBy.filter((need) => !isNeed(need)).map((word) => ({ code: 'unknown-need', word })),
		...(list === undefined || Object.hasOwn(lists, list) ? [] : [{ code: 'unknown-list', word: list }])
	];
}

/** Lists are narrowed by these, and letters go by them: what staff may not see yet cannot be a filter for them. */
const listed = [
	'group',
	'community',
	'change',
	'kind',
	'stage',
	'region',
	'place',
	'contact-name',
	'email',
	'telephone'
];

function listedFaults({ key, seenBy, kind }: Question): Own[] {
	if (listed.includes(key) && seenBy !== 'panel' && seenBy !== 'staff') return [{ code: 'listed-for-staff' }];
	if ((key === 'access' || key === 'access-until') && seenBy !== 'access')
		return [{ code: 'access-for-arrangers' }];
	const wanted = kinds[key];
	return wanted && !wanted.includes(kind) ? [{ code: 'kind-of-key' }] : [];
}

/** What Placard does by itself with an answer of this key needs it in this form. */
const kinds: Record<string, readonly Question['kind'][]> = {
	email: ['email'],
	'access-until': ['date'],
	kind: ['choice'],
	stage: ['choice'],
	region: ['choice']
};

/** Whoever sees that a question was asked knows what was answered to the one it hangs on. */
const mayHangOn: Record<string, readonly string[]> = {
	panel: ['panel'],
	staff: ['panel', 'staff'],
	later: ['panel', 'staff', 'later'],
	access: ['panel', 'staff', 'access']
};

function tellingFaults({ seenBy, when }: Question, byKey: Map<string, Question>): Own[] {
	const seen = mayHangOn[seenBy] ?? audiences;
	return sourcesOf(when).flatMap((key) => {
		const source = byKey.get(key);
		return source && !seen.includes(source.seenBy) ? [{ code: 'condition-tells', other: key }] : [];
	});
}

function sourcesOf(when: Question['when']): string[] {
	return when ? Object.values(when).flatMap((rules) => rules.map(({ question }) => question)) : [];
}

/** Nothing is kept after the last thing that needs it, nor after the rest; and what a question hangs on stays as long as it. */
function keepingFaults(question: Question, byKey: Map<string, Question>, call: Dated): Own[] {
	const most = mostMonths(question, call);
	const months = question.keptMonths ?? 0;
	if (months > most) return [{ code: 'kept-too-long', months, most }];
	const kept = monthsKept(question, call);
	return sourcesOf(question.when).flatMap((key) => {
		const source = byKey.get(key);
		return source && monthsKept(source, call) < kept ? [{ code: 'condition-goes-first', other: key }] : [];
	});
}
