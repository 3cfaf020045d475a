import type { Context, Details } from '#server/use-case';
import * as m from '#words';
import { getLocale, isLocale, type Locale } from '#words/addresses';
import { sentenceOfDay, sentenceOfInstant } from '#words/dates';
import { letterView, type LetterView } from '../../server/letter-views.ts';
import { staff } from '#server/use-case';
import { merged, usesField, type LetterKind, type Merged } from '../letters.ts';
import { usualWords } from '../usual-words.ts';
import { hasLot } from '../../board/server/draw-files.ts';
import { answerTime, isDecision } from '../release.ts';
import { findCall, type StandingCall } from '../../server/call.sql.ts';
import { findDecision } from './decision.sql.ts';
import { findOfferOf } from './offer.sql.ts';
import { findOutcome, listDelays, listReleases } from './release.sql.ts';
import { listWords } from './words.sql.ts';

/** What a letter about a decision says, for its reader. */
export type DecisionLetter = LetterView & {
	kind: LetterKind;
	paragraphs: string[];
	/** The host's words are in this language, and not in the reader's. */
	elsewhere: Locale | null;
	feedback: string | null;
	answerBy: string | null;
	position: number | null;
	/** A day that staff name instead of the one that passed. */
	newDay: string | null;
	/** Lots were drawn and one was theirs: the page of the decision has its proof. */
	hasLot: boolean;
};

type Told = {
	feedback?: string | null;
	position?: number | null;
	answerBy?: Date | null;
	/** Words that staff wrote for this one time. */
	words?: string | null;
	newDay?: string | null;
};

/**
 * Nothing, where there is nothing of the kind to tell: a letter that goes out is made from what was released. Staff
 * alone, who look before the release, read what is pending (`pending`), in the same words.
 */
export async function decisionLetter(
	context: Context,
	details: Details,
	kind: LetterKind
): Promise<DecisionLetter | undefined> {
	const view = await letterView(context, details, ['sent']);
	if (!view) return undefined;
	const call = (await findCall(context.db, view.expression.call.id))!;
	const isPreview = details['pending'] === 'yes';
	if (isPreview && !staff(context.actor)) return undefined;
	const told = await (isPreview ? pendingFor : toldFor)(context, call, {
		id: view.expression.id,
		kind,
		details
	});
	return told && letterOf(context, { view, call, kind, told });
}

type Asked = { id: string; kind: LetterKind; details: Details };

async function toldFor(
	{ db }: Context,
	call: StandingCall,
	{ id, kind, details }: Asked
): Promise<Told | undefined> {
	const outcome = await findOutcome(db, id);
	if (kind === 'later' || kind === 'late') return outcome ? undefined : delayed(db, call, kind, details);
	if (kind === 'up') {
		const offer = await findOfferOf(db, id);
		return offer?.replaces && !offer.end ? { answerBy: offer.until } : undefined;
	}
	if (kind === 'full') return outcome?.overAt ? {} : undefined;
	if (outcome?.kind !== kind) return undefined;
	const offer = kind === 'offer' ? await findOfferOf(db, id) : undefined;
	return { ...outcome, answerBy: offer?.until ?? null };
}

async function delayed(
	db: Context['db'],
	call: StandingCall,
	kind: LetterKind,
	details: Details
): Promise<Told | undefined> {
	if (kind === 'later') return {};
	const delay = (await listDelays(db, call.id)).find(({ id }) => id === details['delay']);
	return delay && { words: delay.words, newDay: delay.newDay };
}

/** As it would be if it were released now, with a week to answer unless a release says otherwise. */
async function pendingFor({ db, now }: Context, call: StandingCall, { id, kind }: Asked): Promise<Told> {
	const [release] = await listReleases(db, call.id);
	const until = release && release.answerBy > now ? release.answerBy : answerTime(now, 7, call.zone);
	const decision = await findDecision(db, id);
	const answerBy = kind === 'offer' || kind === 'up' ? until : null;
	const said = kind === decision?.kind ? { feedback: decision.feedback, position: decision.position } : {};
	return { ...said, answerBy };
}

type Making = { view: LetterView; call: StandingCall; kind: LetterKind; told: Told };

async function letterOf(context: Context, { view, call, kind, told }: Making): Promise<DecisionLetter> {
	const { words, elsewhere } = await wordsFor(context, call, kind, told.words ?? null);
	const { feedback = null, position = null, answerBy = null, newDay = null } = told;
	const said = answerBy && sentenceOfInstant(answerBy, call.zone);
	const fields = fieldsOf(view, { feedback, position, said });
	return {
		...view,
		kind,
		paragraphs: merged(words, fields),
		elsewhere,
		feedback: feedback && !usesField(words, 'feedback') ? feedback : null,
		answerBy: said,
		position,
		newDay: newDay && sentenceOfDay(newDay),
		hasLot: isDecision(kind) && (await hasLot(context, { id: view.expression.id, call: call.id }))
	};
}

function fieldsOf(
	view: LetterView,
	{ feedback, position, said }: { feedback: string | null; position: number | null; said: string | null }
): Merged {
	const { expression, decisions, contact } = view;
	const group = expression.sections.flatMap(({ answers }) => answers).find(({ key }) => key === 'group');
	return {
		group: group?.text[0] ?? m.release_your_group(),
		programme: expression.call.name,
		reference: expression.reference,
		feedback: feedback ?? '',
		answer_by: said ?? '',
		position: position === null ? '' : String(position),
		decisions_by: decisions ?? '',
		contact
	};
}

/** The host's in the reader's language; else the host's in its own, which the letter says; else ours. */
async function wordsFor(
	{ db }: Context,
	call: StandingCall,
	kind: LetterKind,
	once: string | null
): Promise<{ words: string; elsewhere: Locale | null }> {
	const main = isLocale(call.content.language) ? call.content.language : 'en';
	const foreign = main === getLocale() ? null : main;
	if (once) return { words: once, elsewhere: foreign };
	const written = await listWords(db, call.id, kind);
	const own = written.find(({ language }) => language === getLocale());
	if (own) return { words: own.words, elsewhere: null };
	const hosts = written.find(({ language }) => language === main);
	return hosts ? { words: hosts.words, elsewhere: foreign } : { words: usualWords(kind), elsewhere: null };
}
