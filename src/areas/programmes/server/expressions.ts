import { randomInt } from 'node:crypto';
import { verifierOf } from '#shared/tokens';
import { Problem, Unusable } from '#shared/problem';
import {
	obstacles,
	pagesAsked,
	say,
	stateOf as sectionStateOf,
	type Section,
	type SectionState
} from '#areas/forms';
import { anyone, useCase, type Context } from '#server/use-case';
import { getLocale } from '#words/addresses';
import { mayBegin, phaseAt } from '../call.ts';
import { currentVersion } from '../form/server/reading.ts';
import { BeginExpression, ByReference } from '../expression.schema.ts';
import { inHalves, referenceLength, referenceSymbols } from '../reference.ts';
import { findPublicCall, holdCall, type StandingCall } from './call.sql.ts';
import { hasNewForm } from '../form/server/going-over.ts';
import { newsFor } from '../asking/server/news.ts';
import { holding } from './expression-policy.ts';
import { openFor, type OpenHandOver } from '../together/server/hand-over-page.ts';
import { standingOf, type Standing } from '../together/server/pages.ts';
import { anyOfThemOrTypist } from '../together/server/policy.ts';
import { expressionFor, type ExpressionView } from './expression-views.ts';
import { insertExpression, type Eligibility, type ExpressionRow } from './expression.sql.ts';
import { insertReturnCode } from './return-code.sql.ts';
import { codeOfDevice, openDevice } from './ways-in.ts';
import { asApplicant, readWhole, type Whole } from './whole.ts';

/** Anybody may begin while the call is open. It costs no account: a draft, a reference, and a code to return with. */
export const beginExpression = useCase('programmes.beginExpression', {
	input: BeginExpression,
	on: async ({ db }, { slug }) => findPublicCall(db, slug),
	may: anyone,
	async run(context, { met, anyway }, { id }) {
		const call = (await holdCall(context.db, id))!;
		mustBeOpen(call, context.now);
		const eligibility = answered(call, met);
		const unmet = eligibility.filter((one) => !one.met).map(({ must }) => must);
		if (unmet.length && !anyway) throw new Problem('not-all-met', { unmet });
		const expression = await insertNew(context, { call, eligibility });
		await context.record('expression.begun', { id: expression.id, call: call.id });
		return { reference: expression.reference!, token: await openFirst(context, expression.id) };
	}
});

export type TaskView = { key: string; title: string; state: SectionState; firstPage: string };
export type ApplicationView = {
	expression: ExpressionView;
	tasks: TaskView[];
	/** How many things are still in the way of sending it. */
	missing: number;
	standing: Standing;
	/** Of several people, who is to lead next, when that waits for an answer. */
	handOver: OpenHandOver | null;
	/** The form has changed since it was begun, and they have not chosen yet. */
	newForm: boolean;
};

/** The applicant sees what is done and what is to do; whoever types it up sees the same. */
export const showApplication = useCase('programmes.showApplication', {
	input: ByReference,
	on: holding,
	may: anyOfThemOrTypist,
	async run(context, _, { expression, person }) {
		const whole = await readWhole(context, expression);
		const news = await newsFor(context, whole);
		const standing = standingOf(person, whole);
		const leads = !standing || standing.may === 'lead';
		const newForm = leads && (await hasNewForm(context, whole.call, expression));
		const handOver = await openFor(context, expression, person);
		return { ...applicationOf(context, whole), news, standing, newForm, handOver };
	}
});

function applicationOf(
	context: Context,
	whole: Whole
): Omit<ApplicationView, 'standing' | 'newForm' | 'handOver'> {
	return {
		expression: expressionFor(asApplicant(context), whole, context.now),
		tasks: whole.form.sections.flatMap((section) => taskOf(whole, section)),
		missing: obstacles(whole.form, whole.answers).length
	};
}

/** A section in which nothing is asked is no task. */
function taskOf({ form, answers }: Whole, section: Section): TaskView[] {
	const [first] = pagesAsked(form, section, answers);
	if (!first) return [];
	const { key, title } = section;
	return [{ key, title: say(title), state: sectionStateOf(form, section, answers), firstPage: first.key }];
}

function mustBeOpen(call: StandingCall, now: Date): void {
	if (mayBegin(call, now)) return;
	const phase = phaseAt(call, now);
	throw new Problem(phase === 'announced' ? 'call-not-open-yet' : 'call-closed');
}

type Met = 'yes' | 'no' | 'unsaid' | undefined;

/** Every thing that the call asks for needs its yes or no; on paper it may be left open. */
export function answered({ content }: StandingCall, met: readonly Met[]): Eligibility {
	const { must } = content.eligibility;
	const missing = must.flatMap((_, n) => (met[n] ? [] : [[`must-${n}`, 'missing']]));
	if (missing.length) throw new Unusable(Object.fromEntries(missing) as Record<string, string>);
	return must.map((text, n) => ({ must: text, met: met[n] === 'unsaid' ? null : met[n] === 'yes' }));
}

type Beginning = {
	call: StandingCall;
	eligibility: Eligibility;
	at?: Date;
	locale?: string;
	enteredBy?: string;
	enteredFrom?: 'paper' | 'telephone';
};

/** 387 million references: two alike are met by trying again. */
export async function insertNew(
	context: Context,
	{ call, at = context.now, locale = getLocale(), ...beginning }: Beginning
): Promise<ExpressionRow> {
	const { db, now } = context;
	const version = (await currentVersion(context, call))!;
	for (;;) {
		const made = await insertExpression(db, {
			...beginning,
			call: call.id,
			formVersion: version.id,
			reference: newReference(),
			locale,
			at,
			changedAt: now
		});
		if (made) return made;
	}
}

function newReference(): string {
	const symbols = Array.from(
		{ length: referenceLength },
		() => referenceSymbols[randomInt(referenceSymbols.length)]
	);
	return inHalves(symbols.join(''));
}

/** The browser it is begun in, and the code that this browser shows. */
async function openFirst(context: Context, expression: string): Promise<string> {
	const whose = { expression, co: null };
	const token = await openDevice(context, whose);
	await insertReturnCode(context.db, verifierOf(codeOfDevice(token)), whose, context.now);
	return token;
}
