import { compareIds } from '../ids.ts';
import type { Moderated } from '../votes/read-statements.ts';

export type Rule = { readonly moderated: Moderated; readonly isMeta: boolean };

/** The statements of a live conversation: numbered as they come, and known in the order of their ids. */
export class Register {
	readonly ids: string[] = [];
	readonly rules: Rule[] = [];
	readonly #places = new Map<string, number>();
	/** Places in ascending order of id: ties are decided by it. */
	readonly order: number[] = [];
	/** Not in the map and on no list, by place. */
	out: Uint8Array = new Uint8Array(64);

	place(id: string): number | undefined {
		return this.#places.get(id);
	}

	/** A new place, accepted until somebody says otherwise. */
	enter(id: string): number {
		const place = this.ids.length;
		this.ids.push(id);
		this.rules.push({ moderated: 'accepted', isMeta: false });
		this.#places.set(id, place);
		this.order.splice(this.#orderOf(id), 0, place);
		if (place >= this.out.length) this.out = grown(this.out, 2 * place);
		return place;
	}

	#orderOf(id: string): number {
		let [low, high] = [0, this.order.length];
		while (low < high) {
			const middle = (low + high) >> 1;
			if (compareIds(this.ids[this.order[middle]!]!, id) < 0) low = middle + 1;
			else high = middle;
		}
		return low;
	}

	moderate(place: number, rule: Rule): void {
		this.rules[place] = rule;
		this.out[place] = Number(rule.moderated !== 'accepted' || rule.isMeta);
	}

	isShown(place: number): boolean {
		return this.rules[place]!.moderated === 'accepted';
	}
}

export function grown<Column extends Int8Array | Uint8Array | Int32Array | Float64Array>(
	column: Column,
	size: number
): Column {
	const next = new (column.constructor as new (size: number) => Column)(size);
	next.set(column as never);
	return next;
}
