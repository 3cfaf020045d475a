import type { Chance } from '../chance.ts';
import { uuid, type Told } from './samples.ts';

/** One value anywhere in it becomes another. */
export function changed(chance: Chance, whole: object, other: (chance: Chance) => unknown): void {
	let at = whole as Record<string, unknown>;
	for (;;) {
		const keys = Object.keys(at);
		if (!keys.length) return;
		const key = chance.one(keys);
		const inner = at[key];
		const goesOn = typeof inner === 'object' && inner !== null && chance.below(6) > 0;
		if (goesOn && Object.keys(inner).length) {
			at = inner as Record<string, unknown>;
			continue;
		}
		const how = chance.below(8);
		if (how === 0) delete at[key];
		else if (how === 1 && !Array.isArray(at))
			put(at, chance.one(['x', '__proto__', 'constructor', 'id']), other(chance));
		else at[key] = other(chance);
		return;
	}
}

/** A name of its own, also where it is one that every object has. */
function put(at: object, key: string, value: unknown): void {
	Object.defineProperty(at, key, { value, enumerable: true, configurable: true, writable: true });
}

export function odd(chance: Chance): unknown {
	return chance.one([
		null, true, -1, 0, 1.5, 1e21, 2 ** 53, -0, '', ' ', '0', 'p2', 'p0', 'p1', 'kind', 'x'.repeat(30_000), '9'.repeat(400), [], {}, [[]], [null], { en: '' }, '2026-02-30', '2026-02-30T12:00:00.000Z', '+012026-01-01T00:00:00.000Z',
		'1969-12-31T23:59:59.999Z', '2026-03-01T12:00:00+14:00', '10000-01-01', '00000000-0000-4000-8000-000000000001', 'public', 'cohort', 'extreme', 'guest', 'constructor', '__proto__', 'toString', 'javascript:alert(1)', 'https://example.org/\u202E', '/../../etc/passwd', '//evil.example',
		uuid(chance)
	]); // prettier-ignore
}

/** Something that stands somewhere in it. */
export function present(chance: Chance, { head, boards }: Told): unknown {
	let at: unknown = chance.one<object>([head, ...boards]);
	while (typeof at === 'object' && at !== null && Object.keys(at).length && chance.below(5) > 0)
		at = (at as Record<string, unknown>)[chance.one(Object.keys(at))];
	return structuredClone(at);
}

type Oddity = (told: Told, chance: Chance) => void;
const onBoard =
	(change: (board: Told['boards'][number]['board'], chance: Chance) => unknown): Oddity =>
	({ boards }, chance) => {
		change(chance.one(boards).board, chance);
	};
const inCampaign =
	(change: (campaign: Told['head']['campaign'], head: Told['head']) => unknown): Oddity =>
	({ head }) => {
		change(head.campaign, head);
	};

/** Each by itself of the right shape, and none of them how a campaign can be. */
export const oddities: readonly Oddity[] = [
	onBoard(({ notes: [one, other] }) => Object.assign(one!, { under: other!.id }) && Object.assign(other!, { under: one!.id })),
	onBoard(({ notes: [one] }) => (one!.under = one!.id as never)),
	onBoard(({ notes: [one, other] }) => (other!.number = one!.number)),
	onBoard(({ notes: [one, other] }) => (one!.links = [{ to: other!.id, as: 'influences' }, { to: other!.id, as: 'influences' }] as never)),
	onBoard(({ notes: [one] }) => (one!.links = [{ to: one!.id, as: 'influences' }] as never)),
	onBoard(({ notes: [one] }) => (one!.kind = 'nobody')),
	onBoard(({ notes: [one] }) => (one!.lane = 'nowhere' as never)),
	onBoard(({ notes: [one] }) => ((one!.writtenBy = 'p1'), (one!.called = 'Sam' as never))),
	onBoard((board) => (board.states = [board.states[0]!, board.states[0]!])),
	onBoard((board, chance) => (board.states[0]!.note = uuid(chance))),
	onBoard((board) => (board.states[0]!.what = 'burnt')),
	onBoard((board) => (board.states[0]!.what = 'kept')),
	onBoard((board) => (board.states[0]!.by = 'p9')),
	onBoard((board) => board.moments.push({ ...board.moments[0]!, name: 'Later' }, { ...board.moments[0]!, name: 'Älter' }, board.moments[0]!)),
	onBoard((board) => board.agreements.push(board.agreements[0]!)),
	onBoard((board) => board.agreements.push({ ...board.agreements[0]!, endedAt: '2026-03-02T00:00:00.000Z' as never })),
	onBoard((board) => (board.agreements[0]!.endedBy = 'p1' as never)),
	onBoard((board) => board.pointers.push(board.pointers[0]!)),
	onBoard((board) => (board.pointers[0]!.target = board.pointers[0]!.note)),
	onBoard((board) => Object.assign(board.pointers[0]!, { target: null, address: '/workspace/x', says: 'x' })),
	onBoard((board) => (board.lastNote = 0)),
	onBoard((board) => (board.hidesWriters = true)),
	onBoard((board) => (board.share = 'public')),
	onBoard((board) => (board.putAwayAt = '1970-01-01T00:00:00.001Z' as never)),
	({ boards: [one, other] }) => (other!.board.notes = one!.board.notes),
	({ boards: [one, other] }) => (one!.board.number = other!.board.number),
	({ head }) => (head.boards = [2, 1]),
	({ head }) => (head.boards = [1, 1]),
	({ head }) => (head.boards = [1]),
	({ head }) => (head.people = [...head.people, ...head.people]),
	({ head }) => (head.people = [...head.people, { key: 'p7', name: 'Nobody here' }]),
	({ head }) => (head.people[0]!.name = null as never),
	inCampaign((campaign) => campaign.members.push(campaign.members[0]!)),
	inCampaign((campaign) => campaign.members.push({ ...campaign.members[0]!, endedAt: campaign.begunAt as never })),
	inCampaign((campaign) => (campaign.members[0]!.part = 'guest')),
	inCampaign((campaign) => (campaign.members[0]!.until = '1971-01-01T00:00:00.000Z' as never)),
	inCampaign((campaign) => (campaign.members = [])),
	inCampaign((campaign) => campaign.formerNames.push(campaign.formerNames[0]!)),
	inCampaign((campaign) => (campaign.formerNames[0]!.address = campaign.address)),
	inCampaign((campaign) => (campaign.address = 'x')),
	inCampaign((campaign) => (campaign.care = 'extreme')),
	inCampaign((campaign) => (campaign.name = ''))
]; // prettier-ignore
