import {
	answerLangs,
	answerText,
	asked,
	isBlank,
	questionsOf,
	read,
	saidIn as wordsIn,
	say,
	setAside,
	typedText,
	type Answer,
	type KeptFile,
	type Question
} from '#areas/forms';
import { getLocale, type Locale } from '#words/addresses';
import { saidIn } from '../tongues/texts.ts';
import { dayOf } from '#shared/dates';
import * as m from '#words';
import { keepingOf } from '../call-keep.ts';
import { ownEnd } from '../call.ts';
import {
	endingOf,
	lastMinuteOf,
	mayChange,
	stateOf,
	type Ending,
	type ExpressionState
} from '../expression.ts';
import type { Audience } from '../starter-form.ts';
import type { Moment } from './call-views.ts';
import type { Eligibility } from './expression.sql.ts';
import { blankedFor, isName, namesIn, type PanelReader } from '../panel/server/blanked.ts';
import type { Transcript } from '../transcripts/server/beside.ts';
import { isOwn, type Reader, type Whole } from './whole.ts';

export type AnswerView = {
	key: string;
	label: string;
	/** In words; several answers are several texts; none is an empty list. */
	text: string[];
	/** The language of the label, and of each of the texts, where nobody translated the host's words into the reader's. */
	lang?: Locale;
	langs?: (Locale | undefined)[];
	file?: KeptFile;
	/** What staff wrote down of a recording; `text` has its words too, so that search, files and packs find them. */
	transcript?: { words: string; who: string | null; at: Date };
	/** Its time was over: `text` says so. */
	deleted?: true;
	/** For whoever writes it: typed, and not understood yet, so that nobody else sees it. */
	unfinished: boolean;
};
export type SectionView = { key: string; title: string; answers: AnswerView[] };

export type ExpressionView = {
	id: string;
	reference: string;
	state: ExpressionState;
	call: { id: string; slug: string; name: string; host: string; decisionsBy: string | null; zone: string };
	begunAt: Date;
	changedAt: Date;
	submittedAt: Date | null;
	withdrawnAt: Date | null;
	enteredFrom: 'paper' | 'telephone' | null;
	/** What came on paper or by telephone: begun is when it reached us, sent is when these had typed it up. */
	typedBy: string[];
	eligibility: Eligibility;
	/** Their own closing instant, and the first instant at which even what was begun is refused. */
	ends: Moment;
	lastMinute: Moment;
	extended: boolean;
	mayChange: boolean;
	ending: Ending | null;
	sections: SectionView[];
};

/** On a page of its own, or as one of many (list, table, search, count, mail): what concerns access is never among many. */
export type Surface = 'page' | 'many';

/** What a reader sees of an expression. Every page, list, file, mail and count is made from this and nothing else. */
export function expressionFor(
	reader: Reader,
	whole: Whole,
	now: Date,
	surface: Surface = 'page'
): ExpressionView {
	const { expression, call } = whole;
	const moment = (instant: Date) => ({ instant, zone: call.zone });
	const { id, reference, begunAt, changedAt, submittedAt, withdrawnAt, enteredFrom, extendedUntil } =
		expression;
	return {
		id,
		reference: reference ?? '',
		state: stateOf(expression),
		call: summaryOf(whole),
		begunAt,
		changedAt,
		submittedAt,
		withdrawnAt,
		enteredFrom,
		typedBy: reader.is === 'panel' ? [] : whole.typedBy,
		eligibility: reader.is === 'panel' ? [] : (expression.eligibility ?? []),
		ends: moment(ownEnd(call, expression)),
		lastMinute: moment(lastMinuteOf(call, expression)),
		extended: extendedUntil !== null,
		mayChange: mayChange(call, expression, now),
		ending: endingOf(call, expression, keepingOf(call.content)),
		sections: sectionsFor(reader, whole, now, surface)
	};
}

/** The last section of its writer's own view: what they typed into what is not asked any more. */
export const aside = 'aside';

/** What is asked, and that only. What is not means nothing to anybody but its writer. */
function sectionsFor(reader: Reader, whole: Whole, now: Date, surface: Surface): SectionView[] {
	const { form, answers } = whole;
	const keys = asked(form, answers, reader.is === 'applicant' ? 'typed' : 'meant');
	const shown = (questions: readonly Question<Audience>[]) =>
		questions
			.filter((question) => maySee(reader, question, whole, now, surface))
			.map((question) => answerFor(reader, question, answers[question.key]))
			.map((answer) => withTranscript(reader, answer, whole.transcripts[answer.key]))
			.map((answer) => asPanelReads(reader, answer, whole));
	const sections = form.sections.map(({ key, title, pages }) => {
		const questions = pages.flatMap((page) => page.questions).filter((question) => keys.has(question.key));
		return { key, title: say(title), answers: shown(questions) };
	});
	const left = reader.is === 'applicant' ? [...setAside(form, answers), ...whole.leftBehind] : [];
	const last = { key: aside, title: m.form_aside_title(), answers: shown(left as Question<Audience>[]) };
	return [...sections, last].filter((section) => section.answers.length);
}

function summaryOf({ call }: Whole): ExpressionView['call'] {
	const { id, slug, decisionsBy, zone, content } = call;
	const { name } = saidIn(getLocale(), content).says;
	return { id, slug, name, host: content.host, decisionsBy, zone };
}

type Decided = Pick<Whole['call'], 'decisionsBy' | 'zone'>;

/** What is shown, listed and looked through where there are many. */
export function isAmongMany({ seenBy }: Pick<Question, 'seenBy'>, call: Decided, now: Date): boolean {
	return seenBy === 'later' ? isDecided(call, now) : seenBy !== 'access';
}

/** The day of decisions that the call names is over. A call that names none has not decided. */
function isDecided({ decisionsBy, zone }: Decided, now: Date): boolean {
	return decisionsBy !== null && dayOf(now, zone) > decisionsBy;
}

/**
 * Access needs: only those named, only on the page of the one person, only until the date that the person set. What is
 * for later: staff once it is decided, wherever they look; its writer on their own pages. Staff read letters in the
 * outbox, so that it is in none before that.
 */
function maySee(reader: Reader, question: Question<Audience>, whole: Whole, now: Date, surface: Surface) {
	if (reader.is === 'panel') return isForPanel(reader, question);
	const { key, seenBy } = question;
	if (seenBy === 'later')
		return (reader.is === 'applicant' && surface === 'page') || isAmongMany({ seenBy }, whole.call, now);
	if (seenBy !== 'access') return true;
	if (surface === 'many') return false;
	if (reader.is === 'applicant') return isOwn(reader.co, key, whole.writers);
	return reader.arranges && now < accessEnds(whole);
}

/** The end (UTC) of the day that the person set; without one, as long as the expression is kept. */
export function accessEnds({ answers }: Pick<Whole, 'answers'>): Date {
	const until = answers['access-until']?.value;
	return typeof until === 'string'
		? new Date(Date.parse(`${until}T00:00:00Z`) + 86_400_000)
		: new Date(8.64e15);
}

/** Only what is for the panel, and no name while names are hidden. */
function isForPanel({ names }: PanelReader, question: Question<Audience>): boolean {
	return question.seenBy === 'panel' && (names || !isName(question));
}

function asPanelReads(reader: Reader, view: AnswerView, { expression, form, answers }: Whole): AnswerView {
	if (reader.is !== 'panel') return view;
	const questions = questionsOf(form);
	const question = questions.find(({ key }) => key === view.key)!;
	const version = answers[view.key]?.version;
	return blankedFor(view, question, {
		reader,
		expression: expression.id,
		version,
		names: namesIn(answers, questions)
	});
}

/** Others see what an answer means; its writer sees what they typed. */
function answerFor(reader: Reader, question: Question, answer: Answer | undefined): AnswerView {
	const { key } = question;
	if (answer?.deleted) return deletedView(question);
	const typed = answer?.typed ?? null;
	const unfinished = !isBlank(typed) && read(question, typed).wrong !== undefined;
	const value = answer?.value ?? null;
	const ownText = reader.is === 'applicant' && (unfinished || value === null);
	const langs = ownText ? undefined : answerLangs(question, value);
	const file = typeof value === 'object' && value !== null && 'file' in value ? { file: value } : {};
	return {
		key,
		...labelled(question),
		text: ownText ? typedText(question, typed) : answerText(question, value),
		...(langs ? { langs } : {}),
		...file,
		unfinished: reader.is === 'applicant' && unfinished
	};
}

/** Of this very recording. Who of the staff wrote it is for their colleagues. */
function withTranscript(reader: Reader, view: AnswerView, of: Transcript | undefined): AnswerView {
	if (!of || view.file?.file !== of.file) return view;
	const { words, who, at } = of;
	const transcript = { words, who: reader.is === 'staff' ? who : null, at };
	return { ...view, text: [...view.text, m.transcripts_said({ words })], transcript };
}

/** Its place says why nothing is there, to everybody who could read it. */
function deletedView(question: Question): AnswerView {
	return {
		key: question.key,
		...labelled(question),
		text: [m.form_deleted_as_said()],
		deleted: true,
		unfinished: false
	};
}

function labelled({ label }: Question): Pick<AnswerView, 'label' | 'lang'> {
	const { text, lang } = wordsIn(label);
	return { label: text, ...(lang ? { lang } : {}) };
}
