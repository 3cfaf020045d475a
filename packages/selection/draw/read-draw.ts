import * as v from 'valibot';
import { Malformed } from '#packages/common';
import type { Proof } from './proof.ts';

const Outcomes = v.object({ panels: v.pipe(v.array(v.array(v.string())), v.minLength(1)) });

const Said = v.object({
	commitment: v.string(),
	beacon: v.string(),
	outcomes: v.number(),
	index: v.number(),
	committed: v.optional(v.string()),
	drawn: v.optional(v.string()),
	/** The root of everybody's own proofs, published with the commitment. */
	proofs: v.optional(v.string())
});

const figures = v.pipe(v.string(), v.regex(/^([0-9a-f]{2})*$/));
const Proven = v.object({
	id: v.string(),
	outcomes: v.number(),
	in: v.array(v.number()),
	salt: figures,
	path: v.pipe(v.array(v.object({ side: v.picklist(['left', 'right']), digest: figures })), v.maxLength(64)),
	root: v.string()
});

/** A draw as `placard draw pick` prints it and a host publishes it. */
export type Draw = v.InferOutput<typeof Said>;

/** The equally likely cohorts of a list: `{"panels": [[id, …], …]}`. */
export function readOutcomes(text: string): readonly (readonly string[])[] {
	return read(Outcomes, text, 'a list like {"panels": [["a1", "a2"], ["a1", "a3"]]}').panels;
}

export function readDraw(text: string): Draw {
	return read(Said, text, 'what placard draw pick prints');
}

export function readProof(text: string): Proof {
	return read(Proven, text, 'what placard draw proof prints');
}

function read<Shape extends v.GenericSchema>(
	shape: Shape,
	text: string,
	wanted: string
): v.InferOutput<Shape> {
	let value: unknown;
	try {
		value = JSON.parse(text);
	} catch {
		throw new Malformed(`it is not JSON; expected ${wanted}`);
	}
	const result = v.safeParse(shape, value);
	if (!result.success)
		throw new Malformed(
			`${v.getDotPath(result.issues[0]) ?? 'the file'} is ${result.issues[0].received}; expected ${wanted}`
		);
	return result.output;
}
