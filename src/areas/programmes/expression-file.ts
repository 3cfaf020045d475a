import { byteOrderMark, csvLines } from '#shared/csv';
import * as m from '#words';
import { sentenceOfInstant } from '#words/dates';
import { partSize } from './expression-list.schema.ts';
import { stateWords, wayWords } from './expression-list-words.ts';
import type { Export } from './server/expression-export.ts';
import type { ExpressionView } from './server/expression-views.ts';

/** Reads the next part: given ids, their views. */
export type ReadPart = (ids: string[]) => Promise<ExpressionView[]>;

/** The list as a table, part by part. Columns are the same in every file of a call, whatever the list is narrowed to. */
export async function* csvParts(file: Export, read: ReadPart): AsyncGenerator<string> {
	yield byteOrderMark + csvLines([headOf(file)]);
	for await (const views of parts(file, read)) yield csvLines(views.map((view) => rowOf(file, view)));
}

/** The same for programs. `version` rises when a field changes its meaning or goes. */
export async function* jsonParts(file: Export, read: ReadPart): AsyncGenerator<string> {
	const { slug, name, zone, chosen, exportedAt, questions } = file;
	const head = {
		format: 'placard-expressions',
		version: 1,
		programme: { slug, name },
		zone,
		exported_at: exportedAt.toISOString(),
		narrowed_by: chosen,
		questions
	};
	yield `${JSON.stringify(head, null, '\t').slice(0, -2)},\n\t"expressions": [`;
	let isFirst = true;
	for await (const views of parts(file, read))
		for (const view of views) {
			yield `${isFirst ? '' : ','}\n\t\t${JSON.stringify(recordOf(file, view))}`;
			isFirst = false;
		}
	yield '\n\t]\n}\n';
}

async function* parts({ ids }: Export, read: ReadPart): AsyncGenerator<ExpressionView[]> {
	for (let at = 0; at < ids.length; at += partSize) yield await read(ids.slice(at, at + partSize));
}

function headOf({ questions }: Export): string[] {
	return [
		m.desk_file_reference(),
		m.desk_file_state(),
		m.desk_file_way(),
		m.desk_file_sent(),
		m.desk_file_sent_instant(),
		m.desk_file_zone(),
		...questions.map(({ label }) => label),
		m.desk_file_unmet()
	];
}

function rowOf({ zone, questions }: Export, view: ExpressionView): string[] {
	const said = answersOf(view);
	const { submittedAt, eligibility } = view;
	return [
		view.reference,
		stateWords(submittedAt ? 'sent' : 'typing'),
		wayWords(view.enteredFrom ?? 'web'),
		submittedAt ? sentenceOfInstant(submittedAt, zone) : '',
		submittedAt?.toISOString() ?? '',
		zone,
		...questions.map(({ key }) => (said.get(key) ?? []).join('; ')),
		eligibility.flatMap(({ must, met }) => (met === false ? [must] : [])).join('; ')
	];
}

function recordOf({ zone, questions }: Export, view: ExpressionView) {
	const said = answersOf(view);
	return {
		reference: view.reference,
		state: view.submittedAt ? 'sent' : 'typing',
		way: view.enteredFrom ?? 'web',
		sent_at: view.submittedAt?.toISOString() ?? null,
		zone,
		eligibility: view.eligibility,
		answers: Object.fromEntries(questions.map(({ key }) => [key, said.get(key) ?? []]))
	};
}

function answersOf({ sections }: ExpressionView): Map<string, string[]> {
	return new Map(sections.flatMap(({ answers }) => answers.map(({ key, text }) => [key, text])));
}
