import { createHash } from 'node:crypto';
import { questionsOf, type Form, type Question } from '#areas/forms';
import { every, on, type Context } from '#server/use-case';
import { asOnPaper } from '../../paper-form.ts';
import type { Audience } from '../../starter-form.ts';
import { findCall, type StandingCall } from '../../server/call.sql.ts';
import { expressionFor, isAmongMany } from '../../server/expression-views.ts';
import { findExpressionById } from '../../server/expression.sql.ts';
import { everyFormOf } from '../../form/server/reading.ts';
import { readWhole, type Whole } from '../../server/whole.ts';
import { isNear, plain, wordsIn, wordsOf, type Wanted } from '../looking.ts';
import {
	deleteCard,
	findNameOnCard,
	likeWords,
	listCallsWithCards,
	listWithoutCard,
	saveCard,
	unknownWords,
	type Card
} from './card.sql.ts';

/** What a call's cards may be made from: shapes that count, and the questions that many are looked through by. */
export type Showing = { shapes: string[]; questions: string[] };

export async function showingOf(context: Context, call: StandingCall): Promise<Showing> {
	const forms = (await everyFormOf(context, call)).flatMap((form) => [form, asOnPaper(form)]);
	const shown = forms.map((form) => shownQuestions(form, call, context.now));
	const keys = shown.flatMap((questions) => questions.map(({ key }) => key));
	return { shapes: [...new Set(shown.map(shapeOf))], questions: [...new Set(keys)] };
}

/** What it is called in lists, where whoever looks through them may see that; null where nobody said so. */
export async function nameOnCard(
	context: Context,
	call: StandingCall,
	expression: string
): Promise<string | null> {
	const { shapes } = await showingOf(context, call);
	return findNameOnCard(context.db, expression, shapes);
}

/** Makes its card anew, or takes it away: in the transaction of whatever became of it. */
export async function keepCard(context: Context, id: string): Promise<void> {
	const row = await findExpressionById(context.db, id);
	if (!row?.submittedAt || row.withdrawnAt || row.erasedAt) return deleteCard(context.db, id);
	await saveCard(context.db, cardOf(await readWhole(context, row), context.now));
}

/** Texts that people wrote; options are filters, and are said in the language of whoever looks. */
const written = new Set<Question['kind']>(['short-text', 'long-text', 'email', 'telephone', 'link', 'file']);
const named = ['group', 'contact-name', 'place'];
const mostWords = 5000;

/** From what staff see of it among many, and from nothing else. */
function cardOf(whole: Whole, now: Date): Card {
	const view = expressionFor({ is: 'staff', arranges: false }, whole, now, 'many');
	const kinds = new Map(questionsOf(whole.form).map(({ key, kind }) => [key, kind]));
	const answers = view.sections.flatMap((section) => section.answers).filter(({ deleted }) => !deleted);
	const texts = answers.filter(({ key, transcript }) => transcript ?? written.has(kinds.get(key)!));
	const said = (key: string) => answers.find((one) => one.key === key)?.text.join(' ') || null;
	const option = (key: string) => (said(key) === null ? null : asText(whole.answers[key]?.value));
	const reference = `${view.reference} ${view.reference.replace('-', '')}`;
	return {
		expression: view.id,
		call: whole.call.id,
		shape: shapeOf(shownQuestions(whole.form, whole.call, now)),
		kind: option('kind'),
		stage: option('stage'),
		region: option('region'),
		name: said('group'),
		nameKey: plain(said('group') ?? ''),
		names: plain([reference, ...named.map((key) => said(key) ?? '')].join(' ')),
		words: wordsOf([reference, ...texts.flatMap(({ text }) => text)].join(' ')).slice(0, mostWords),
		at: now
	};
}

function asText(value: unknown): string | null {
	return typeof value === 'string' ? value : null;
}

function shownQuestions(form: Form<Audience>, call: StandingCall, now: Date): Question[] {
	return questionsOf(form).filter((question) => isAmongMany(question, call, now));
}

/** Who may see a question can change; a card made for others is told by its shape. */
function shapeOf(questions: readonly Question[]): string {
	const keys = questions.map(({ key }) => key);
	return createHash('sha256').update(JSON.stringify(keys)).digest('base64url').slice(0, 16);
}

/** What was typed into the search, with what is meant by words that stand nowhere. Null: nothing was. */
export async function wantedFor(
	{ db }: Context,
	call: string,
	q: string | undefined
): Promise<Wanted[] | null> {
	if (!q?.trim()) return null;
	const words = wordsIn(q);
	const unknown = new Set(await unknownWords(db, call, words));
	const wanted: Wanted[] = [];
	for (const word of words)
		wanted.push({ word, similar: unknown.has(word) ? await meant(db, call, word) : [] });
	return wanted;
}

async function meant(db: Context['db'], call: string, word: string): Promise<string[]> {
	const like = await likeWords(db, call, word);
	return like.filter((one) => isNear(word, one)).slice(0, 8);
}

const atOnce = 300;

/** What has none, or one that does not count any more: when a call's questions change, and by the clock. */
async function makeMissingCards(context: Context, id: string): Promise<void> {
	const call = await findCall(context.db, id);
	if (!call) return;
	const { shapes } = await showingOf(context, call);
	for (const one of await listWithoutCard(context.db, id, shapes, atOnce)) await keepCard(context, one);
}

on('call.corrected', async function makeCardsAnew(context, { id }) {
	await makeMissingCards(context, String(id));
});

every('*/5 * * * *', async function keepCardsWhole(context) {
	for (const call of await listCallsWithCards(context.db)) await makeMissingCards(context, call);
});
