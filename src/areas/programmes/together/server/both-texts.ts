import { isBlank, typedText, type Question, type Typed } from '#areas/forms';
import type { Context } from '#server/use-case';
import * as m from '#words';
import type { Whole } from '../../server/whole.ts';
import { bothOf, canBeBoth, isPersonal, losesWords } from '../together.ts';
import { findKept, insertEarlier, lengthenEarlier, listEarlier } from './earlier.sql.ts';
import { coOf } from './who.ts';

type Fields = Record<string, unknown>;

/** Of several people: before something takes the place of an answer, what would be lost of it is kept beside. */
export async function letGo({ db, actor, now }: Context, whole: Whole, question: Question, typed: Typed) {
	const co = coOf(actor);
	if (!co || isOfTheLead(question)) return;
	const expression = whole.expression.id;
	const kept = await findKept(db, expression, question.key);
	if (!kept || isBlank(kept.typed) || !isLost(kept.typed, typed, kept.writer === co)) return;
	const { version, writer } = kept;
	await insertEarlier(db, {
		expression,
		question: question.key,
		typed: kept.typed,
		version,
		writer,
		at: now
	});
}

/** Somebody else saved first: what this one wrote is kept beside the answer, and not thrown away with the page. */
export async function keepBeside(
	{ db, actor, now }: Context,
	whole: Whole,
	question: Question,
	typed: Typed
) {
	const co = coOf(actor);
	if (!co || isBlank(typed) || isOfTheLead(question)) return;
	const expression = whole.expression.id;
	const earlier = await listEarlier(db, expression, question.key);
	const same = earlier.find(({ writer, version }) => writer === co && version === null);
	if (same && !losesWords(same.typed, typed)) return lengthenEarlier(db, same.id, typed, now);
	await insertEarlier(db, { expression, question: question.key, typed, version: null, writer: co, at: now });
}

/**
 * What somebody who was shown two texts asked for: `keep` is "theirs:QUESTION:VERSION" or "both:QUESTION:VERSION".
 * Undefined: their own, as it stands in the box.
 */
export async function chosen(
	context: Context,
	whole: Whole,
	question: Question,
	fields: Fields,
	mine: Typed
): Promise<{ typed: Typed } | undefined> {
	const [how, key, version] = (typeof fields['keep'] === 'string' ? fields['keep'] : '').split(':');
	if (key !== question.key || !coOf(context.actor) || (how !== 'theirs' && how !== 'both')) return undefined;
	const theirs = await textOf(context, whole, question, Number(version));
	if (theirs === undefined) return undefined;
	return { typed: how === 'both' ? bothOf(theirs, mine) : theirs };
}

/** What an answer said in that version, now or earlier; where its writer typed on, what they wrote last. */
async function textOf(context: Context, { expression, answers }: Whole, { key }: Question, version: number) {
	if (answers[key]?.version === version) return answers[key].typed;
	const earlier = await listEarlier(context.db, expression.id, key);
	const others = earlier.filter((one) => one.version !== null && one.writer !== coOf(context.actor));
	return (earlier.find((one) => one.version === version) ?? others[0])?.typed;
}

/** For the page that shows both. */
export function bothTexts(whole: Whole, question: Question, kept: { typed: Typed; version: number }) {
	const meanwhile = typedText(question, kept.typed).join('\n');
	const wrote = whole.writers.wrote[question.key];
	if (!wrote) return { meanwhile };
	const value = (how: string) => `${how}:${question.key}:${kept.version}`;
	return {
		meanwhile,
		meanwhileBy: m.together_both_by({ name: wrote.name ?? m.together_somebody() }),
		choices: [
			{ value: value('theirs'), label: m.together_keep_theirs() },
			...(canBeBoth(question.kind) ? [{ value: value('both'), label: m.together_keep_both() }] : []),
			{ value: value('mine'), label: m.together_keep_mine() }
		]
	};
}

/** What somebody else wrote is always kept: they may ask for it again. */
function isLost(before: Typed, after: Typed, isTheirs: boolean): boolean {
	return !isTheirs || losesWords(before, after);
}

function isOfTheLead(question: Question): boolean {
	return isPersonal(question) && question.seenBy !== 'access';
}
