import {
	answerText,
	read,
	showQuestion,
	type Kind,
	type Question,
	type ShownQuestion,
	type Typed
} from '#areas/forms';
import type { SummaryRow } from '#ui';

/** Kinds of question in every state that people meet, made as applicants get them. */
type Sample = {
	name: string;
	kind: Kind;
	label: string;
	filled: Typed;
	/** Refused, and why. */
	wrong: Typed;
	long: Typed;
	arabic: { label: string; kind?: Kind; typed: Typed };
};
export type State = { name: string; question?: ShownQuestion; row?: SummaryRow; dir?: 'rtl' };

const long =
	'A name that goes on and on, because nobody ever told the people who gave it that it would have to fit. ';
const option = (value: string, text: string) => ({ value, label: { text } });
const needs = [option('repairs', 'Repairs within a month'), option('register', 'A public register'), option('say', 'A say in what is asked')]; // prettier-ignore
const file = (name: string, medium: 'audio' | 'video' | 'signed-video', kind: 'mp3' | 'mp4' = 'mp4') =>
	({ file: 'example', name, kind, bytes: 8_000_000, medium }) as const;
const noAddress = { line1: '', line2: '', town: '', region: '', postcode: '', country: '' };

const samples: Sample[] = [
	{
		name: 'Address',
		kind: { kind: 'address' },
		label: 'Where does your group meet?',
		filled: { ...noAddress, line1: '3 Marsh Street', town: 'Leeds', postcode: 'LS1 1AA' },
		wrong: { ...noAddress, line1: '3 Marsh Street' },
		long: { ...noAddress, line1: long.repeat(2), town: 'Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch', postcode: 'LL61 5UJ' },
		arabic: { label: 'أين تجتمع مجموعتكم؟', typed: { ...noAddress, line1: '٣ شارع المستنقع', town: 'ليدز', postcode: 'LS1 1AA' } }
	},
	...(
		[
			['Recording of sound', 'audio', 'our-choir.mp3', 'mp3'],
			['Video', 'video', 'our-street.mp4', 'mp4'],
			['Signed video', 'signed-video', 'signed.mp4', 'mp4']
		] as const
	).map(
		([name, medium, called, kind]): Sample => ({
			name,
			kind: { kind: 'recording', media: [medium], mostMegabytes: 200, mostMinutes: 5 },
			label: { audio: 'Say it instead', video: 'Show it instead', 'signed-video': 'Sign it instead' }[medium],
			filled: file(called, medium, kind),
			wrong: 'leaflet.pdf',
			long: file(`${long.replaceAll(' ', '_').repeat(2)}.${kind}`, medium, kind),
			arabic: { label: 'أجيبوا بتسجيل بدل الكتابة', typed: file(`تسجيل-المجموعة.${kind}`, medium, kind) }
		})
	),
	{
		name: 'Ranking',
		kind: { kind: 'ranking', options: needs },
		label: 'What matters most?',
		filled: { ranks: { repairs: '2', register: '1', say: '3' } },
		wrong: { ranks: { repairs: '1', register: '1', say: '3' } },
		long: { ranks: { repairs: 'the very first of them all', register: '1', say: '3' } },
		arabic: {
			label: 'ما الأهم؟',
			kind: { kind: 'ranking', options: [option('repairs', 'إصلاحات خلال شهر'), option('register', 'سجل عام')] },
			typed: { ranks: { repairs: '2', register: '1' } }
		}
	},
	{
		name: 'Yes or no, and why',
		kind: { kind: 'yes-no', reason: 'no', maxWords: 30 },
		label: 'Does everybody in your group know about this?',
		filled: { answer: 'no', reason: 'Two of us are away until May.' },
		wrong: { answer: 'no', reason: '' },
		long: { answer: 'no', reason: long.repeat(4) },
		arabic: { label: 'هل يعرف الجميع في مجموعتكم بهذا؟', typed: { answer: 'no', reason: 'اثنان منا غائبان حتى أيار.' } }
	}
]; // prettier-ignore

export const kinds: { name: string; states: State[] }[] = samples.map((sample) => ({
	name: sample.name,
	states: statesOf(sample)
}));

function statesOf({ name, kind, label, filled, wrong, long: much, arabic }: Sample): State[] {
	const key = name.toLowerCase().replace(/[^a-z]+/g, '-');
	const ask = (state: string, typed: Typed): ShownQuestion =>
		shown(asked(`${key}-${state}`, label, kind), typed);
	const ours = asked(`${key}-own`, label, kind);
	return [
		{ name: 'Empty', question: ask('empty', null) },
		{ name: 'Filled in', question: ask('filled', filled) },
		{ name: 'With a problem', question: ask('wrong', wrong) },
		{ name: 'Very long', question: ask('long', much) },
		{ name: 'To read only', row: { name: label, value: answerText(ours, read(ours, filled).value) } },
		{ name: 'Right to left', dir: 'rtl', question: shown(asked(`${key}-arabic`, arabic.label, arabic.kind ?? kind, 'ar'), arabic.typed) }
	]; // prettier-ignore
}

function asked(key: string, label: string, kind: Kind, main: 'en' | 'ar' = 'en'): Question {
	return { key, label: { texts: { [main]: label }, main }, required: true, seenBy: 'staff', ...kind };
}

function shown(question: Question, typed: Typed): ShownQuestion {
	return showQuestion(question, { typed, value: null, version: 1 }, read(question, typed).wrong);
}
