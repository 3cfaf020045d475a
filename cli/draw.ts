import { parseArgs } from 'node:util';
import { commitmentTo, pick, readDraw, readOutcomes, type Draw } from '#packages/selection';
import { answer, answerInto, exit, Unusable, type Verb } from './answer.ts';
import { madeOf, readBytes } from './read-text.ts';

export const draw: Verb = {
	summary: 'Draws lots so that anybody can check them: a commitment first, then a public number decides',
	usage:
		'commit LIST.json | pick LIST.json --beacon VALUE | verify DRAW.json LIST.json [--outcomes M] [--out FILE]',
	details: `
  commit LIST.json     before the number is known: prints the digest of the list, to be published with the round that decides
  pick LIST.json       after it: prints which outcome the number means
  verify DRAW LIST     says whether a published draw is what list and number mean, and that the commitment came first
  LIST.json            {"panels": [[id, …], …]}, all equally likely; its bytes count, so keep the file as it is; - reads
                       standard input
  --beacon VALUE       the public number: hexadecimal figures, or what was drawn as text, like "3 17 22 41"
  --committed INSTANT  when the commitment was published, and
  --drawn INSTANT      when the number became known: the draw is refused unless it is later
  --outcomes M         how many outcomes, where the list is an extract
  --out FILE           where the answer goes (default: standard output)

Exit code 1 when a draw is not what it says.`,
	async run(args) {
		const { step, file, list, values } = argumentsOf(args);
		if (step === 'verify') return verify(file, list!, values.outcomes);
		const { bytes, outcomes } = await listIn(file, values.outcomes);
		const commitment = await commitmentTo(bytes);
		if (step === 'commit') return given({ commitment, outcomes });
		refuseTooEarly(values.committed, values.drawn);
		const beacon = values.beacon!;
		const picked = await pick(commitment, beacon, outcomes);
		const { committed, drawn } = values;
		return given({
			commitment,
			...(committed && drawn ? { committed, drawn } : {}),
			beacon,
			outcomes,
			...picked
		});
	}
};

function given(value: object): number {
	answer(JSON.stringify(value, null, '\t'));
	return exit.done;
}

function argumentsOf(args: string[]) {
	const text = { type: 'string' } as const;
	const options = { beacon: text, committed: text, drawn: text, outcomes: text, out: text };
	const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
	const [step = '', file, list, more] = positionals;
	const files = step === 'verify' ? list : file;
	if (!['commit', 'pick', 'verify'].includes(step) || files === undefined || more !== undefined)
		throw new Unusable('draw needs commit, pick or verify, and its files. See placard draw --help.');
	if (step !== 'verify' && list !== undefined) throw new Unusable(`draw ${step} takes one list.`);
	if (step === 'pick' && !values.beacon?.trim())
		throw new Unusable('draw pick needs --beacon: the public number that decides.');
	if (values.outcomes !== undefined && !/^[1-9]\d{0,14}$/.test(values.outcomes))
		throw new Unusable(`--outcomes is "${values.outcomes}"; expected a whole number from 1.`);
	answerInto(values.out);
	return { step, file: file!, list, values };
}

async function listIn(
	file: string,
	given?: string
): Promise<{ bytes: Uint8Array<ArrayBuffer>; outcomes: number }> {
	const bytes = new Uint8Array(
		await readBytes(file, { largest: 64_000_000, sentence: 'a list of outcomes was expected' })
	);
	const { length } = await madeOf(file, () => readOutcomes(new TextDecoder().decode(bytes)));
	return { bytes, outcomes: given === undefined ? length : Number(given) };
}

async function drawIn(file: string): Promise<Draw> {
	const bytes = await readBytes(file, { largest: 1_000_000, sentence: 'a draw was expected' });
	return madeOf(file, () => readDraw(new TextDecoder().decode(bytes)));
}

/** Who knew the number before they froze the list could have chosen the list. */
function refuseTooEarly(committed: string | undefined, drawn: string | undefined): void {
	for (const [name, text] of Object.entries({ committed, drawn }))
		if (text !== undefined && Number.isNaN(Date.parse(text)))
			throw new Unusable(`--${name} is "${text}"; expected an instant, like "2026-11-22T10:00:00Z".`);
	if (committed === undefined || drawn === undefined) return;
	if (Date.parse(committed) >= Date.parse(drawn))
		throw new Unusable(
			'The commitment was not published before the number was known; draw again with a new one.'
		);
}

async function verify(file: string, list: string, outcomes: string | undefined): Promise<number> {
	const said = await drawIn(file);
	const { bytes, outcomes: counted } = await listIn(list, outcomes);
	const commitment = await commitmentTo(bytes);
	const { index } = await pick(commitment, said.beacon, counted);
	const faults = [
		...(commitment === said.commitment ? [] : ['The list is not the one that was committed to.']),
		...(counted === said.outcomes
			? []
			: [`The list has ${counted} outcomes, and the draw says ${said.outcomes}.`]),
		...(index === said.index ? [] : [`The number means outcome ${index}, and the draw says ${said.index}.`]),
		...(said.committed && said.drawn && Date.parse(said.committed) >= Date.parse(said.drawn)
			? ['The commitment was not published before the number was known.']
			: [])
	];
	answer(JSON.stringify({ holds: faults.length === 0, commitment, index, because: faults }, null, '\t'));
	return faults.length ? exit.no : exit.done;
}
