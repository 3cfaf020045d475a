import { copyFileSync } from 'node:fs';
import { commitmentTo, pick, proofsOf, rootOf, type Draw } from '#packages/selection';
import { answer, exit, Unusable } from '../answer.ts';
import type { Asked } from './arguments.ts';
import { drawIn, listIn, proofIn, secretIn, type List } from './files.ts';

/** Before the number is known: what is published, and by which everybody can check later that nothing was changed. */
export async function commit({ files, values }: Asked): Promise<number> {
	const list = await listIn(files[0]!);
	const commitment = await commitmentTo(list.bytes);
	return given({
		commitment,
		outcomes: outcomesOf(list, values.outcomes),
		...(await rootIn(list, values.secret))
	});
}

/** When it is: which outcome it means. */
export async function pickOne({ files, values }: Asked): Promise<number> {
	const { committed, drawn } = values;
	refuseTooEarly(committed, drawn);
	const list = await listIn(files[0]!);
	const outcomes = outcomesOf(list, values.outcomes);
	const commitment = await commitmentTo(list.bytes);
	const beacon = values.beacon!;
	return given({
		commitment,
		...(committed && drawn ? { committed, drawn } : {}),
		beacon,
		outcomes,
		...(await pick(commitment, beacon, outcomes)),
		...(await rootIn(list, values.secret))
	});
}

/** Whether a draw is what list and number mean: for whoever has the whole list. */
export async function verify({ files, values }: Asked): Promise<number> {
	const said = await drawIn(files[0]!);
	const list = await listIn(files[1]!);
	const counted = outcomesOf(list, values.outcomes);
	const commitment = await commitmentTo(list.bytes);
	const { index } = await pick(commitment, said.beacon, counted);
	const { proofs } = await rootIn(list, values.secret);
	const faults = faultsIn([
		[commitment === said.commitment, 'The list is not the one that was committed to.'],
		[counted === said.outcomes, `The list has ${counted} outcomes, and the draw says ${said.outcomes}.`],
		[index === said.index, `The number means outcome ${index}, and the draw says ${said.index}.`],
		[isInOrder(said), 'The commitment was not published before the number was known.'],
		[
			proofs === undefined || proofs === said.proofs,
			'The proofs that people were given are not of this list.'
		]
	]);
	return verdict(faults, { commitment, index });
}

/** What one person is given, so that they can check the draw without seeing anything of anybody else. */
export async function proof({ files, values }: Asked): Promise<number> {
	const { panels } = await listIn(files[0]!);
	const { proofFor } = await proofsOf(panels, await secretFor(values.secret!));
	const own = proofFor(values.id!);
	if (!own)
		throw new Unusable(`${files[0]}: ${values.id} is in none of its outcomes; expected an id of the list.`);
	return given(own);
}

/** Whether a draw holds for one person, and whether they are among those drawn: for whoever has their own proof alone. */
export async function check({ files }: Asked): Promise<number> {
	const said = await drawIn(files[0]!);
	const own = await proofIn(files[1]!);
	const { index } = await pick(said.commitment, said.beacon, said.outcomes);
	const faults = faultsIn([
		[said.proofs !== undefined, 'The draw was published without the root that proofs lead to.'],
		[(await rootOf(own)) === said.proofs, 'The proof does not lead to the root that was published.'],
		[
			own.outcomes === said.outcomes,
			`The proof is of ${own.outcomes} outcomes, and the draw of ${said.outcomes}.`
		],
		[index === said.index, `The number means outcome ${index}, and the draw says ${said.index}.`],
		[isInOrder(said), 'The commitment was not published before the number was known.']
	]);
	return verdict(faults, {
		id: own.id,
		in: own.in.includes(index),
		chance: own.in.length / own.outcomes,
		index
	});
}

/** The page by which anybody checks a draw in a browser, without a network. */
export async function page({ values }: Asked): Promise<number> {
	copyFileSync(new URL('../../packages/selection/draw/check-a-draw.html', import.meta.url), values.out!);
	return exit.done;
}

function given(value: object): number {
	answer(JSON.stringify(value, null, '\t'));
	return exit.done;
}

function verdict(faults: string[], more: object): number {
	answer(JSON.stringify({ holds: faults.length === 0, ...more, because: faults }, null, '\t'));
	return faults.length ? exit.no : exit.done;
}

function faultsIn(claims: [holds: boolean, fault: string][]): string[] {
	return claims.filter(([holds]) => !holds).map(([, fault]) => fault);
}

function outcomesOf({ panels }: List, given: string | undefined): number {
	return given === undefined ? panels.length : Number(given);
}

async function rootIn({ panels }: List, secret: string | undefined): Promise<{ proofs?: string }> {
	return secret === undefined ? {} : { proofs: (await proofsOf(panels, await secretFor(secret))).root };
}

async function secretFor(file: string) {
	const secret = await secretIn(file);
	if (secret.length >= 16) return secret;
	throw new Unusable(`${file} has ${secret.length} bytes; expected a secret of at least 16.`);
}

/** Who knew the number before they froze the list could have chosen the list. */
function refuseTooEarly(committed: string | undefined, drawn: string | undefined): void {
	for (const [name, text] of Object.entries({ committed, drawn }))
		if (text !== undefined && Number.isNaN(Date.parse(text)))
			throw new Unusable(`--${name} is "${text}"; expected an instant, like "2026-11-22T10:00:00Z".`);
	if (!isInOrder({ committed, drawn }))
		throw new Unusable(
			'The commitment was not published before the number was known; draw again with a new one.'
		);
}

function isInOrder({ committed, drawn }: { committed?: Draw['committed']; drawn?: Draw['drawn'] }): boolean {
	return !committed || !drawn || Date.parse(committed) < Date.parse(drawn);
}
