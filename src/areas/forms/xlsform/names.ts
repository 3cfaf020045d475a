import { nameFor } from './keys.ts';

/** Names that an XForm has by itself. */
const taken = ['meta', 'data', 'instanceid', 'instancename'];

/** The names of rows, each only once in the file, whatever their letters are: expressions name questions by them. */
export class Names {
	#taken = new Set(taken);
	#ofQuestions = new Map<string, string>();
	constructor(keys: readonly string[]) {
		for (const key of keys) this.#ofQuestions.set(key, this.take(nameFor(key)));
	}

	ofQuestion(key: string): string {
		return this.#ofQuestions.get(key) ?? key;
	}

	take(wished: string): string {
		let name = wished;
		for (let n = 2; this.#taken.has(name); n++) name = `${wished}-${n}`;
		this.#taken.add(name);
		return name;
	}
}
