import { ballotsFrom, type Ballots, type Vote, type VoteColumns } from '../ballots.ts';
import { geometricOf } from '../lists/common-ground.ts';
import { consensusOf, groupInformedConsensus } from '../statistics/consensus.ts';
import { priorityOf } from '../statistics/priority.ts';
import { representativeOf } from '../statistics/representative.ts';
import { Register, type Rule } from './register.ts';
import { drawStatement, type Draw } from './routing.ts';
import { Rows } from './rows.ts';
import { Tally } from './tally.ts';

/** Groups as an analysis found them: a group for a person, and how far from the middle each statement lies. */
export type Adopted = {
	readonly names: readonly string[];
	readonly groups: ReadonlyMap<string, number>;
	readonly extremity: ReadonlyMap<string, number>;
};

/** Everything that a conversation is, as plain data: what `restore` takes. */
export type Snapshot = {
	readonly version: 1;
	readonly statements: readonly (Rule & { readonly id: string })[];
	readonly votes: VoteColumns;
	readonly names: readonly string[];
	readonly groups: readonly (readonly [string, number])[];
	readonly extremity: readonly (readonly [string, number])[];
};

const nothingAdopted: Adopted = { names: ['A'], groups: new Map(), extremity: new Map() };

/**
 * A conversation while it goes on. Counts, lists and the next statement follow each vote at once; map and groups are those
 * of the last analysis until `adopt` brings the next. The same votes in any order make the same conversation.
 */
export class LiveConversation {
	readonly #statements = new Register();
	readonly #rows = new Rows();
	#everybody = new Tally(1);
	#groups = new Tally(1);
	#adopted: Adopted = nothingAdopted;
	/** Statements with votes; made anew when one gets its first or loses its last. */
	#voted: number[] | undefined;
	/** Groups that are being taken over, and whose votes are counted in them already. */
	#next: { adopted: Adopted; tally: Tally; counted: Set<string> } | undefined;

	/** A vote, or another in place of an earlier one. */
	add(person: string, statement: string, vote: Vote): void {
		this.retract(person, statement);
		const place = this.#place(statement);
		this.#rows.set(person, place, vote);
		this.#count(person, place, vote, 1);
	}

	/** Takes a vote back; without a statement, all votes of somebody. What is not there is no matter. */
	retract(person: string, statement?: string): void {
		const places =
			statement === undefined ? this.#rows.placesOf(person) : [this.#statements.place(statement)];
		for (const place of places) {
			const vote = place === undefined ? undefined : this.#rows.get(person, place);
			if (place === undefined || vote === undefined) continue;
			this.#rows.clear(person, place);
			this.#count(person, place, vote, -1);
		}
	}

	/** What moderators say of a statement, also of one that nobody has voted on yet. */
	moderate(statement: string, rule: Partial<Rule>): void {
		const place = this.#place(statement);
		this.#statements.moderate(place, { ...this.#statements.rules[place]!, ...rule });
	}

	/** One that they have not voted on, drawn by lot from the seed; nothing when they have voted on all. `among`: of these only. */
	nextStatement(person: string, seed: number, among?: ReadonlySet<string>): Draw | undefined {
		const isAsked = (place: number) => among === undefined || among.has(this.#statements.ids[place]!);
		const isOpen = this.#rows.openTo(person);
		const eligible = this.#statements.order.filter(
			(place) => this.#statements.isShown(place) && isOpen(place) && isAsked(place)
		);
		const weighing = {
			groups: this.#groups.counts,
			everybody: this.#everybody.counts,
			group: this.#adopted.groups.get(person)
		};
		const drawn = drawStatement(eligible, weighing, seed);
		if (!drawn) return undefined;
		const { place, ...why } = drawn;
		return { person, statement: this.#statements.ids[place]!, seed, eligible: eligible.length, ...why };
	}

	/** From now on these are the groups; counts are made anew from the votes. */
	adopt(adopted: Adopted): void {
		for (const _ of this.adopting(adopted));
	}

	/** The same in short steps, between which votes may come, and others have their turn. */
	*adopting(adopted: Adopted, atOnce = 200): Generator<void> {
		const tally = new Tally(Math.max(1, adopted.names.length), this.#everybody.counts.statements);
		const next = { adopted, tally, counted: new Set<string>() };
		this.#next = next;
		for (const person of this.#rows.people()) {
			if (next.counted.has(person)) continue;
			next.counted.add(person);
			const group = adopted.groups.get(person);
			if (group !== undefined) this.#rows.eachOf(person, (place, vote) => tally.add(group, place, vote, 1));
			if (next.counted.size % atOnce === 0) yield;
			if (this.#next !== next) return;
		}
		this.#adopted = adopted;
		this.#groups = tally;
		this.#next = undefined;
	}

	/** Five statements by which a group is known, as ids. */
	representative(group: number) {
		const { out, ids } = this.#statements;
		const order = this.#votedOn();
		const standing = (one: number, statement: number) => this.#groups.standing(one, statement);
		return representativeOf(this.#groups.counts, group, out, order, standing).map(
			({ statement, ...rest }) => ({
				statement: ids[statement]!,
				...rest
			})
		);
	}

	consensus(side: 'agree' | 'disagree') {
		const { out, ids } = this.#statements;
		return consensusOf(this.#everybody.counts, out, side, this.#votedOn()).map(({ statement, ...rest }) => ({
			statement: ids[statement]!,
			...rest
		}));
	}

	/** The numbers of one statement. */
	numbers(statement: string) {
		const place = this.#place(statement);
		const extremity = this.#adopted.extremity.get(statement) ?? 0;
		const counts = this.#groups.counts;
		return {
			groupInformed: groupInformedConsensus(counts, place),
			geometric: geometricOf(counts, place, 'agree').mean,
			priority: priorityOf(counts, place, extremity, this.#statements.rules[place]!.isMeta)
		};
	}

	/** The votes as an analysis takes them. */
	ballots(): Ballots {
		const { ids, rules } = this.#statements;
		const those = (test: (rule: Rule) => boolean) => new Set(ids.filter((_, at) => test(rules[at]!)));
		return ballotsFrom(this.votes(), {
			out: those(({ moderated }) => moderated === 'rejected'),
			meta: those(({ isMeta }) => isMeta),
			waiting: those(({ moderated }) => moderated === 'waiting')
		});
	}

	votes(): VoteColumns {
		return this.#rows.columns(this.#statements.ids);
	}

	snapshot(): Snapshot {
		const { ids, rules, order } = this.#statements;
		return {
			version: 1,
			statements: order.map((place) => ({ id: ids[place]!, ...rules[place]! })),
			votes: this.votes(),
			names: this.#adopted.names,
			groups: [...this.#adopted.groups],
			extremity: [...this.#adopted.extremity]
		};
	}

	static restore({ statements, votes, names, groups, extremity }: Snapshot): LiveConversation {
		const restored = new LiveConversation();
		for (const { id, ...rule } of statements) restored.moderate(id, rule);
		votes.vote.forEach((vote, at) =>
			restored.add(votes.people[votes.person[at]!]!, votes.statements[votes.statement[at]!]!, vote as Vote)
		);
		restored.adopt({ names, groups: new Map(groups), extremity: new Map(extremity) });
		return restored;
	}

	/** In the order of their ids. */
	#votedOn(): number[] {
		const { seen } = this.#everybody.counts;
		return (this.#voted ??= this.#statements.order.filter((place) => seen[place]! > 0));
	}

	#place(statement: string): number {
		const place = this.#statements.place(statement) ?? this.#statements.enter(statement);
		this.#everybody.reach(place);
		this.#groups.reach(place);
		this.#next?.tally.reach(place);
		return place;
	}

	#count(person: string, place: number, vote: Vote, by: number): void {
		this.#everybody.add(0, place, vote, by);
		if (this.#everybody.counts.seen[place]! < 2) this.#voted = undefined;
		const group = this.#adopted.groups.get(person);
		if (group !== undefined) this.#groups.add(group, place, vote, by);
		const later = this.#next?.counted.has(person) ? this.#next.adopted.groups.get(person) : undefined;
		if (later !== undefined) this.#next!.tally.add(later, place, vote, by);
	}
}
