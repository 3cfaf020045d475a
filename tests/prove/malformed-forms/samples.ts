import { readDirectory, unpack } from '#server/zip';
import type { StoredForm } from '#areas/forms';
import { workbookOf } from '../../../src/areas/forms/xlsform/server/write-workbook.ts';

/** A workbook as its writer would have it, row by row. */
export type Book = { name: string; rows: string[][] }[];

/** As somebody would fill it in who comes from ODK: what we take, and what we do not. */
export function book(): Book {
	return [
		{
			name: 'survey',
			rows: [
				['type', 'name', 'label::English (en)', 'label::Français (fr)', 'hint::English (en)', 'required', 'relevant', 'constraint', 'appearance', 'parameters', 'calculation', 'choice_filter'],
				['start', 'start', '', '', '', '', '', '', '', '', '', ''],
				['begin_group', 'group', 'Your group', 'Votre groupe', '', '', '', '', 'field-list', '', '', ''],
				['note', 'welcome', 'Write as you speak.', 'Écrivez comme vous parlez.', '', '', '', '', '', '', '', ''],
				['text', 'group_name', 'What is it called?', 'Comment s’appelle-t-il ?', 'As your neighbours say it', 'yes', '', '', '', '', '', ''],
				['integer', 'people', 'How many are you?', 'Combien êtes-vous ?', '', '', '', '. >= 1 and . <= 500', '', '', '', ''],
				['select_one yes_no', 'young', 'Are any of you under 18?', 'Y a-t-il des mineurs ?', '', 'yes', '${people} > 1', '', '', '', '', ''],
				['end_group', '', '', '', '', '', '', '', '', '', '', ''],
				['begin group', 'data', 'The data', 'Les données', '', '', '', '', '', '', '', ''],
				['select_multiple kinds or_other', 'kinds', 'What is it about?', 'De quoi s’agit-il ?', '', '', '', 'count-selected(.) <= 3', '', '', '', ''],
				['text', 'story', 'Tell us more', 'Dites-en plus', '', '', "selected(${kinds}, 'rent') or ${young} = 'yes'", 'string-length(.) <= 1200', 'multiline', 'rows=8', '', ''],
				['rank kinds', 'order', 'Put them in order', 'Classez-les', '', '', '', '', '', '', '', ''],
				['decimal', 'share', 'How large a share?', 'Quelle part ?', '', '', '', '. >= 0.5', '', '', '', ''],
				['calculate', 'double', '', '', '', '', '', '', '', '', '${people} * 2', ''],
				['geopoint', 'where', 'Where?', 'Où ?', '', '', '', '', '', '', '', ''],
				['begin_repeat', 'member', 'Each of you', 'Chacun', '', '', '', '', '', '', '', ''],
				['date', 'since', 'Since when?', 'Depuis quand ?', '', '', '', ". <= date('2026-11-22')", '', '', '', ''],
				['end_repeat', '', '', '', '', '', '', '', '', '', '', ''],
				['image', 'picture', 'A picture', 'Une image', '', '', '', '', '', 'max-pixels=1000', '', ''],
				['audio', 'said', 'Or say it', 'Ou dites-le', '', '', '', '', '', '', '', ''],
				['select_one towns', 'town', 'Which town?', 'Quelle ville ?', '', '', '', '', 'minimal', '', '', 'county=${kinds}'],
				['acknowledge', 'agreed', 'We agree', 'Nous sommes d’accord', '', 'yes', '', '', '', '', '', ''],
				['end group', '', '', '', '', '', '', '', '', '', '', '']
			]
		},
		{
			name: 'choices',
			rows: [
				['list_name', 'name', 'label::English (en)', 'label::Français (fr)', 'county'],
				['yes_no', 'yes', 'Yes', 'Oui', ''], ['yes_no', 'no', 'No', 'Non', ''],
				['kinds', 'rent', 'Rent', 'Loyer', ''], ['kinds', 'school', 'School', 'École', ''], ['kinds', 'work', 'Work', 'Travail', ''],
				['towns', 'a', 'Aber', 'Aber', 'north'], ['towns', 'b', 'Bont', 'Bont', 'south']
			]
		},
		{ name: 'settings', rows: [['form_title', 'form_id', 'default_language', 'version'], ['Your campaign', 'campaign', 'English (en)', '3']] }
	]; // prettier-ignore
}

/** The parts of that workbook, to be packed again in other ways. */
export function parts(of: Book = book()): Promise<{ name: string; content: Buffer }[]> {
	return partsOf(workbookOf(of));
}

export async function partsOf(bytes: Buffer): Promise<{ name: string; content: Buffer }[]> {
	const file = {
		read: (into: Buffer, offset: number, length: number, position: number) =>
			Promise.resolve({ bytesRead: bytes.copy(into, offset, position, position + length) })
	};
	const entries = await readDirectory(file, bytes.length);
	return Promise.all(
		entries.map(async (entry) => ({ name: entry.name, content: await unpack(file, entry, true) }))
	);
}

/** A form with something of everything, as it is kept. */
export function stored(): StoredForm {
	const option = (value: string) => ({ value, label: { text: value.toUpperCase() } });
	return {
		format: 1,
		main: 'en',
		others: ['cy'],
		sections: [
			{ key: 'people', title: { texts: { en: 'People', cy: 'Pobl' }, main: 'en' }, pages: [
				{ key: 'who', title: { text: 'Who' }, help: { text: 'All of you' }, questions: [
					{ key: 'name', kind: 'short-text', label: { text: 'Name' }, maxWords: 20, required: true, seenBy: 'panel', personal: true, neededBy: ['contact'], keptMonths: 6 },
					{ key: 'home', kind: 'address', label: { text: 'Address' }, seenBy: 'staff', unless: ['phone'] },
					{ key: 'phone', kind: 'telephone', label: { text: 'Telephone' }, seenBy: 'staff', purpose: { text: 'To ring you' } }
				] },
				{ key: 'many', questions: [{ key: 'people', kind: 'number', label: { text: 'How many?' }, least: 1, most: 500, seenBy: 'panel' }] }
			] },
			{ key: 'change', title: { text: 'Change' }, pages: [
				{ key: 'goals', questions: [{ key: 'goals', kind: 'several', label: { message: 'apply_goals_label' }, options: [option('stop'), option('count')], atMost: 2, seenBy: 'panel' }] },
				{ key: 'order', questions: [{ key: 'order', kind: 'ranking', label: { text: 'Order' }, options: [option('a'), option('b'), option('c')], first: 2, seenBy: 'panel', when: { any: [{ question: 'goals', is: 'any-of', values: ['stop'] }, { question: 'people', is: 'at-least', number: 3 }] } }] },
				{ key: 'agree', questions: [{ key: 'agree', kind: 'yes-no', label: { text: 'Do you agree?' }, reason: 'no', maxWords: 50, seenBy: 'panel' }] },
				{ key: 'film', questions: [{ key: 'film', kind: 'recording', label: { text: 'Or say it' }, media: ['audio', 'signed-video'], mostMegabytes: 90, seenBy: 'panel', keptFor: { text: 'A year' } }] }
			] }
		]
	}; // prettier-ignore
}
