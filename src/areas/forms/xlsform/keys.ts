import { fieldsOf, takenFields } from '../fields.ts';
import type { QuestionKind } from '../question.ts';

/** A name of XLSForm as a key of ours: small letters, figures and hyphens. "HH_size" → "hh-size". */
export function keyFor(name: string): string {
	const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
	const key = plain.replace(/[^a-z0-9]/g, '-').replace(/^-+|-+$/g, '');
	return key.slice(0, 50).replace(/-+$/, '') || 'question';
}

/** A key as a name of XLSForm, which begins with a letter (XML 1.0, 2.3). */
export function nameFor(key: string): string {
	return /^[a-z]/.test(key) ? key : `q-${key}`;
}

export const isKey = (word: string) => /^[a-z0-9-]{1,60}$/.test(word);

/** Gives out keys that nothing else in the form has, nor a field beside another question. */
export class Keys {
	#taken: Set<string>;
	constructor(taken: readonly string[] = []) {
		this.#taken = new Set(taken);
	}

	static forQuestions(): Keys {
		return new Keys(takenFields);
	}

	/** The key wished for, or the next that is free: "name", "name-2". */
	take(wished: string, kind?: QuestionKind): string {
		for (let n = 1; ; n++) {
			const key = n === 1 ? wished : `${wished}-${n}`;
			const names = kind ? fieldsOf({ key, kind }) : [key];
			if (names.some((name) => this.#taken.has(name) || name in {})) continue;
			for (const name of names) this.#taken.add(name);
			return key;
		}
	}

	isFree(key: string, kind?: QuestionKind): boolean {
		const names = kind ? fieldsOf({ key, kind }) : [key];
		return !names.some((name) => this.#taken.has(name) || name in {});
	}
}
