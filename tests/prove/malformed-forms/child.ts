/** Reads one file after another as the import does, in a process of its own, so that a crash and its memory are seen. */
import { formAsJson, formFromJson, type StoredForm } from '#areas/forms';
import {
	faultsSentence,
	readXlsForm,
	reasonSentence,
	refusalSentence,
	xlsFormOf
} from '#areas/forms/xlsform/server';
import type { Trial } from './makers.ts';

export type Handed = { as: Trial['as']; content: string };
export type Answer = { took: number } & (
	{ taken: { questions: number; complaint?: string | undefined } } | { sentence: string } | { bug: string }
);

const usual = { main: 'en', seenBy: 'staff' } as const;

process.on('message', (message: Handed | 'end') => {
	if (message === 'end') process.exit(0);
	else void answer(message).then((given) => process.send!(given));
});
process.send!('ready');

async function answer({ as, content }: Handed): Promise<Answer> {
	const bytes = Buffer.from(content, 'base64');
	const began = process.cpuUsage();
	try {
		const given = await (as === 'xlsx' ? fromXlsx(bytes) : fromJson(bytes));
		const took = since(began);
		if (!('form' in given)) return { took, ...given };
		return {
			took,
			taken: {
				questions: countOf(given.form),
				complaint: given.complaint ?? (await complaintAbout(given.form))
			}
		};
	} catch (error) {
		return { took: since(began), bug: String((error as Error).stack) };
	}
}

/** Seconds of work: how long it waits for its turn says something about the machine only. */
function since(began: NodeJS.CpuUsage): number {
	const { user, system } = process.cpuUsage(began);
	return (user + system) / 1e6;
}

type Given = { form: StoredForm; complaint?: string | undefined } | { sentence: string };

async function fromXlsx(bytes: Buffer): Promise<Given> {
	const read = await readXlsForm(bytes, usual);
	if (read.refused) return { sentence: refusalSentence(read.refused) };
	const said = read.report.flatMap(({ why }) => why.map((reason) => reasonSentence(reason)));
	const unsaid = read.report.find(({ outcome, why }) => outcome !== 'taken' && !why.length);
	const odd = said.find((sentence) =>
		/undefined|\{(?:expression|columns|words|list|most|because)\}/.test(sentence)
	);
	return { form: read.form, complaint: unsaid ? `row ${unsaid.row} does not say why` : odd };
}

function fromJson(bytes: Buffer): Given {
	const { form, faults } = formFromJson(bytes.toString('utf8'));
	return form ? { form } : { sentence: faultsSentence(faults) };
}

/** Whatever is taken goes out and comes back the same. */
async function complaintAbout(form: StoredForm): Promise<string | undefined> {
	const made = xlsFormOf(form, 'Form');
	if ('refused' in made) return refusalSentence(made.refused);
	const again = await readXlsForm(made.bytes, usual);
	if (again.refused) return `it does not come back: ${refusalSentence(again.refused)}`;
	return formAsJson(again.form) === formAsJson(form) ? undefined : 'it comes back changed';
}

function countOf({ sections }: StoredForm): number {
	return sections.flatMap(({ pages }) => pages.flatMap(({ questions }) => questions)).length;
}
